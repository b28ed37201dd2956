/**
 * Fills a sentence of the specification: `{name}` is replaced by its value, `{ lead |name}` by the lead and
 * the value, or by nothing when there is no value. A sentence begins with a capital letter.
 */
export function fillSentence(template: string, values: Readonly<Record<string, string>>): string {
  const filled = template.replace(
    /\{(?:([^{}|]*)\|)?([A-Za-z]+)\}/gu,
    (_whole, lead: string | undefined, name: string) => {
      const value = values[name];
      if (value === undefined || value === "") return "";
      return `${lead ?? ""}${value}`;
    },
  );
  return filled.charAt(0).toLocaleUpperCase("sv") + filled.slice(1);
}
