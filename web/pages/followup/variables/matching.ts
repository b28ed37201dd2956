import type { Catalogue, CatalogueVariable } from "../../../api/queries.ts";
import type { Lang } from "../../../text/text.ts";

/** Which variables one looks for. An empty choice is no choice. */
export interface Wanted {
  readonly text: string;
  readonly step: string;
  readonly area: string;
  readonly status: string;
  readonly use: "" | Use;
}

/** Whether a variable is asked for: from the beginning, as well, while it is followed up, or by no document yet. */
export const uses = ["starter", "more", "on-request", "later"] as const;
export type Use = (typeof uses)[number];

export const everything: Wanted = { text: "", step: "", area: "", status: "", use: "" };

/** How a variable is in use. */
export function useOf(
  variable: Pick<CatalogueVariable, "id" | "starter" | "available">,
  { onRequest }: Pick<Catalogue, "onRequest">,
): Use {
  if (!variable.available) return "later";
  if (onRequest.includes(wholeOf(variable.id))) return "on-request";
  return variable.starter ? "starter" : "more";
}

/** `AKT-06` of `AKT-06.main`. */
export function wholeOf(id: string): string {
  return id.split(".")[0] ?? id;
}

/** The variables one looks for, in the order of the catalogue: each word typed stands in id, name or definition. */
export function matching(
  catalogue: Pick<Catalogue, "variables" | "onRequest">,
  wanted: Wanted,
  lang: Lang,
): readonly CatalogueVariable[] {
  const words = wanted.text.toLocaleLowerCase(lang).split(/\s+/u).filter(Boolean);
  const fits = (choice: string, value: string): boolean => choice === "" || choice === value;
  return catalogue.variables.filter((variable) => {
    const { id, label, definition } = variable;
    const said = `${id} ${label[lang]} ${definition[lang]}`.toLocaleLowerCase(lang);
    return (
      words.every((word) => said.includes(word)) &&
      fits(wanted.step, variable.step) &&
      fits(wanted.area, variable.area) &&
      fits(wanted.status, variable.status) &&
      fits(wanted.use, useOf(variable, catalogue))
    );
  });
}
