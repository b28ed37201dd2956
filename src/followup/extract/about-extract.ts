import type { FileTable } from "../../contract/followup/file-table.ts";
import { canonicalJson, type Json } from "../../kernel/canonical-json.ts";
import { fill } from "../engine/words.ts";
import type { ColumnDeps } from "./extract-columns.ts";
import { textTable } from "../engine/text-table.ts";

/** What a file of an extract says of itself, so that it can be understood and made again. */
export interface AboutExtract {
  readonly extract: string;
  readonly definition: Json;
  readonly statedPurpose: string;
  readonly specDigest: string;
  /** Up to when the rows say how it was. */
  readonly cutOff: string;
  readonly rows: number;
  readonly fingerprint: string;
}

/** The same in two columns, what and its value. */
export function aboutTable(
  about: AboutExtract,
  { texts, lang }: Pick<ColumnDeps, "texts" | "lang">,
): FileTable {
  const word = (id: string) => fill(texts, `extract.${id}`)[lang];
  const lines = [
    [word("title"), word("secrecy")],
    [word("id"), about.extract],
    [word("purpose"), about.statedPurpose],
    [word("definition"), canonicalJson(about.definition)],
    [word("rows"), String(about.rows)],
    [word("cutOff"), about.cutOff],
    [word("spec"), about.specDigest],
    [word("fingerprint"), about.fingerprint],
  ];
  return textTable(
    [
      { id: "what", label: word("what") },
      { id: "value", label: word("value") },
    ],
    lines,
  );
}
