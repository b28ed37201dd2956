import type { Problem } from "../../kernel/problem.ts";
import { fillText } from "../lookup.ts";
import { textOfProblem, type ProblemCatalogue } from "../problem-texts.ts";
import type { Lang } from "../types.ts";
import { TABLE_IDS } from "./tables.ts";
import { columnWords, workbookTexts } from "./words.ts";

/** A problem of a workbook in one line: sheet, row, column, what is wrong and what to write. */
export function tellProblem(problem: Problem, catalogue: ProblemCatalogue, lang: Lang): string {
  const params = problem.params ?? {};
  const { places } = workbookTexts;
  const place = [
    ...(params["sheet"] === undefined ? [] : [places.sheet]),
    ...(params["row"] === undefined ? [] : [places.row]),
    ...(params["column"] === undefined ? [] : [places.column]),
  ].map((text) => fillText(text[lang], params));
  const elsewhere = `${params["file"] ?? ""}${problem.pointer ?? ""}`;
  const path = place.length > 0 ? place.join(", ") : elsewhere;
  const where = path === "" || path === params["file"] ? "" : `${path}: `;
  const write = writeAt(params["cell"], lang);
  return `${where}${textOfProblem(problem, catalogue, lang)}${write === "" ? "" : ` ${write}`}`;
}

/** What to write in a cell, by `<sheet>.<column>`. */
function writeAt(cell: string | number | undefined, lang: Lang): string {
  if (typeof cell !== "string") return "";
  const dot = cell.indexOf(".");
  const table = TABLE_IDS.find((id) => id === cell.slice(0, dot));
  return table === undefined ? "" : columnWords(table, cell.slice(dot + 1)).write[lang];
}
