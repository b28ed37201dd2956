import type { Text } from "./types.ts";

/** What stands beside a question or a section while one writes. */
export interface Beside {
  /** `<document>/<field>`, `<document>/<list>.<field>` or `<document>/section.<section>`. */
  readonly id: string;
  /** What to think of, in our own words; shown on demand. */
  readonly guidance?: Text;
  /** Questions of other documents whose earlier answers are worth reading here, by their ids. */
  readonly earlier?: readonly string[];
}
