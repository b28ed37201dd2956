/** The kind of arrival (codelist `report-kind`) by which a party itself begins the matter. */
export const applicationKind = "application";

/**
 * Which fact a kind of arrival is to the law: only a report of concern starts the preliminary assessment;
 * an application and information that reaches the board in another way open an investigation at once.
 */
const factByKind: Readonly<Record<string, string>> = {
  report: "report.received",
  application: "application.received",
  "other-information": "information.received",
  "authority-request": "information.received",
  returned: "information.received",
};

/** The clock fact of a report kind (code of codelist `report-kind`); an unnamed kind counts as a report. */
export function factOfReportKind(kind: string | undefined): string {
  return factByKind[kind ?? "report"] ?? "report.received";
}
