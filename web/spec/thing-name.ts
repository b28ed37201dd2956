import type { MatterAnswer } from "../api/queries.ts";
import type { Lang, Pack } from "../../src/spec/types.ts";
import { fullDay, momentInWords } from "../text/dates.ts";
import { codeLabel } from "./use-pack.ts";

type Things = Pick<MatterAnswer, "reports" | "decisions" | "consents" | "measures">;

export interface NameWords {
  readonly pack: Pack;
  readonly names: ReadonlyMap<string, string>;
  readonly lang: Lang;
}

/**
 * The report, decision, consent or provider's report that a step is about, so that it is told from the others of its matter: what it is,
 * its day and who is behind it. Of a shielded reporter nothing is said, not even what kind of reporter it is.
 */
export function thingName(
  ids: Readonly<Record<string, string>>,
  { reports, decisions, consents, measures }: Things,
  words: NameWords,
): string | undefined {
  const told = measures
    .flatMap((measure) => measure.reports)
    .find(({ report }) => report === ids["providerReport"]);
  if (told !== undefined) return fullDay(told.on, words.lang);
  const report = reports.find((each) => each.report === ids["report"]);
  if (report !== undefined) return reportName(report, reports, words);
  const consent = consents.find((each) => each.consent === ids["consent"]);
  if (consent !== undefined) return consentName(consent, words);
  const decision = decisions.find((each) => each.decision === ids["decision"]);
  if (decision === undefined) return undefined;
  const { pack, lang } = words;
  return join([codeLabel(pack, "decision-type", decision.type)[lang], fullDay(decision.on, lang)]);
}

function reportName(
  { data, arrivedOn, receivedAt }: Things["reports"][number],
  among: Things["reports"],
  { pack, lang }: NameWords,
): string {
  const said = (field: string, codelist: string) => {
    const code = data[field];
    return typeof code === "string" && code !== "" ? codeLabel(pack, codelist, code)[lang] : "";
  };
  const sameDay = among.filter((each) => each.arrivedOn === arrivedOn).length > 1;
  const shielded = data["reporterShielded"] === true;
  return join([
    said("kind", "report-kind"),
    sameDay ? momentInWords(receivedAt, lang) : fullDay(arrivedOn, lang),
    shielded ? "" : said("reporterKind", "reporter-kind"),
  ]);
}

function consentName(
  { by, kind, bodies, on }: Things["consents"][number],
  { pack, names, lang }: NameWords,
): string {
  return join([
    kind === null ? "" : codeLabel(pack, "consent-kind", kind)[lang],
    ...bodies.map((body) => codeLabel(pack, "informant", body)[lang]),
    by.map((person) => names.get(person) ?? "–").join(", "),
    fullDay(on, lang),
  ]);
}

function join(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(", ");
}
