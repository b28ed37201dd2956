import type { FileTable } from "../../contract/followup/file-table.ts";
import type { Lang } from "../../spec/types.ts";
import { fill, type Texts } from "../engine/words.ts";
import { aboutTable, type AboutExtract } from "./about-extract.ts";
import { extractCodebook } from "./codebook.ts";
import type { OpenExtract } from "./with-extract.ts";

/** An extract as it goes into a file, with what explains it beside. */
export interface DescribedExtract {
  readonly name: string;
  readonly table: FileTable;
  readonly heads: "id-and-label";
  readonly beside: readonly { readonly name: string; readonly table: FileTable }[];
  readonly title: string;
  readonly cutOff: string;
}

/** Puts an open extract into words: its name, its codebook, and what it says of itself. */
export function describeExtract(
  open: OpenExtract,
  about: AboutExtract,
  words: { readonly texts: Texts; readonly lang: Lang },
): DescribedExtract {
  const { texts, lang } = words;
  const { kind } = open.resolved;
  const noun = fill(texts, `noun.${kind}`);
  const word = (id: string) => fill(texts, `extract.${id}`, { noun, kind })[lang];
  return {
    name: `${word("file")}-${about.cutOff.slice(0, 10)}`,
    table: open.table,
    heads: "id-and-label",
    beside: [
      { name: word("codebook"), table: extractCodebook(open.columns, words) },
      { name: word("about"), table: aboutTable(about, words) },
    ],
    title: word("titleOf"),
    cutOff: about.cutOff,
  };
}
