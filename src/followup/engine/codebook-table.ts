import type { FileTable } from "../../contract/followup/file-table.ts";
import type { Lang, Text } from "../../spec/types.ts";
import type { CatalogueAnswer } from "./read-catalogue.ts";
import { textTable } from "./text-table.ts";
import { fill, type Texts } from "./words.ts";

type Variable = CatalogueAnswer["variables"][number];
type Known = Omit<CatalogueAnswer, "onRequest" | "asked" | "switchedOn" | "units">;

/** The columns of the file, in their order; each has a text `codebook.<id>`. */
const columns = [
  "variable",
  "label",
  "step",
  "area",
  "row",
  "status",
  "source",
  "definition",
  "guidance",
  "difficulty",
  "type",
  "derived",
  "starter",
  "available",
  "code",
  "codeLabel",
] as const;

/**
 * The catalogue as a table to read others by: a line for each code of each variable, and one for a variable without
 * codes; last the reasons why a value may be missing.
 */
export function codebookTable(catalogue: Known, texts: Texts, lang: Lang): FileTable {
  const heads = columns.map((id) => ({ id, label: fill(texts, `codebook.${id}`)[lang] }));
  const lines = catalogue.variables.flatMap((variable) => {
    const told = described(variable, catalogue, texts, lang);
    const codes = variable.codes.map(({ id, label }) => [...told, id, label[lang]]);
    return codes.length === 0 ? [[...told, "", ""]] : codes;
  });
  const missing = fill(texts, "codebook.missing")[lang];
  const blank = columns.slice(2, -2).map(() => "");
  const reasons = catalogue.missing.map(({ id, label }) => [
    "",
    missing,
    ...blank,
    id,
    label[lang],
  ]);
  return textTable(heads, [...lines, ...reasons]);
}
function described(
  variable: Variable,
  { steps, areas, statuses, grains }: Known,
  texts: Texts,
  lang: Lang,
): readonly string[] {
  const nameIn = (list: Known["steps"], id: string) =>
    list.find((each) => each.id === id)?.label[lang] ?? id;
  const maybe = (text: Text | null) => text?.[lang] ?? "";
  const yesNo = (truth: boolean) => fill(texts, truth ? "yes" : "no")[lang];
  return [
    variable.id,
    variable.label[lang],
    nameIn(steps, variable.step),
    nameIn(areas, variable.area),
    nameIn(grains, variable.grain),
    nameIn(statuses, variable.status),
    variable.source[lang],
    variable.definition[lang],
    maybe(variable.guidance),
    maybe(variable.difficulty),
    variable.type,
    yesNo(variable.derived),
    yesNo(variable.starter),
    yesNo(variable.available),
  ];
}
