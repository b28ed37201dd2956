/**
 * Something that stands in the way (`block`), deserves a second look (`warn`) or to be known (`tell`). Problems are
 * returned as values; the texts of most ids live in the specification, `text` carries one only
 * where the problem was made from data that has its own words.
 */
export interface Problem {
  /** Stable id, for example `identity.check-digit`. */
  readonly id: string;
  /** HTTP status where the default of the route does not fit. */
  readonly status?: number;
  /** Id of the rule of law or specification that decided. */
  readonly ruleId?: string;
  /** Section of the act, as printed for people. */
  readonly section?: string;
  /** JSON pointer (RFC 6901) of the field concerned. */
  readonly pointer?: string;
  readonly severity: "block" | "warn" | "tell";
  readonly params?: Readonly<Record<string, string | number>>;
  readonly text?: { readonly sv: string; readonly en: string };
}

/** Makes a problem. It blocks unless `fields.severity` says otherwise. */
export function problem(id: string, fields: Partial<Omit<Problem, "id">> = {}): Problem {
  return { severity: "block", ...fields, id };
}
