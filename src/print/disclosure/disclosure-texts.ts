import texts from "../../../spec/texts/disclosure.json" with { type: "json" };
import { fill } from "../print-texts.ts";

/** A text of `spec/texts/disclosure.json` in Swedish, the language of every print. */
export function tell(
  id: keyof typeof texts,
  params: Readonly<Record<string, string | number>> = {},
): string {
  return fill(texts[id].sv, params);
}
