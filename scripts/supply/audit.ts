/** A fault that somebody has told of, in a package of ours. */
export interface Advisory {
  readonly name: string;
  readonly severity: string;
  readonly range: string;
}

/** What came of asking: the faults told of, or that nobody could be asked. */
export type Audit =
  | { readonly asked: true; readonly advisories: readonly Advisory[] }
  | { readonly asked: false; readonly why: string };

/**
 * Reads what `npm audit --json` wrote. A registry that does not answer to audits, and no network, are told as that and
 * never as "nothing was found".
 */
export function readAudit(text: string): Audit {
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch {
    return { asked: false, why: "npm wrote nothing that can be read" };
  }
  if (!isRecord(answer)) return { asked: false, why: "npm wrote nothing that can be read" };
  const { error, vulnerabilities } = answer;
  if (isRecord(error)) return { asked: false, why: textOf(error["code"], "the registry refused") };
  if (!isRecord(vulnerabilities)) {
    return {
      asked: false,
      why: textOf(answer["message"], "the registry does not answer to audits"),
    };
  }
  const advisories = Object.entries(vulnerabilities).flatMap(([name, told]) =>
    isRecord(told)
      ? [{ name, severity: textOf(told["severity"], "unknown"), range: textOf(told["range"], "*") }]
      : [],
  );
  return { asked: true, advisories };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function textOf(value: unknown, otherwise: string): string {
  return typeof value === "string" && value !== "" ? value : otherwise;
}
