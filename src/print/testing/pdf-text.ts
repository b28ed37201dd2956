import { inflateSync } from "node:zlib";

/** What a PDF of ours says: the text of each page as drawn, and every readable string round it. */
export interface PdfText {
  readonly pages: readonly string[];
  /** Titles, bookmarks, tags and metadata, with all inflated streams, as one text. */
  readonly strings: string;
}

type Objects = ReadonlyMap<number, string>;

/**
 * Reads the text of a PDF that the typesetter made. No general reader: it knows the one way in which our
 * files are written (no object streams, composite fonts with a ToUnicode map).
 */
export function readPdf(bytes: Uint8Array): PdfText {
  const file = Buffer.from(bytes).toString("latin1");
  const objects: Objects = new Map(
    [...file.matchAll(/(\d+) 0 obj\b([\s\S]*?)endobj/g)].map((match) => [
      Number(match[1]),
      match[2] ?? "",
    ]),
  );
  const pages = [...objects.values()].filter((body) => /\/Type \/Page\b(?!s)/.test(body));
  const streams = [...objects.values()].map((body) => streamOf(body) ?? body);
  return {
    pages: pages.map((page) => pageText(page, objects)),
    strings: [...streams.map(hexStringsAsText), ...streams].join("\n"),
  };
}

/** A text without blanks, hyphens and case, to compare across the ends of lines. */
export function bare(text: string): string {
  return text.replace(/[\s\u00AD\u200B\u00A0-]/gu, "").toLowerCase();
}

function pageText(page: string, objects: Objects): string {
  const fonts = new Map<string, ReadonlyMap<number, string>>();
  for (const [, name = "", id] of page.matchAll(/\/(f\d+) (\d+) 0 R/g)) {
    const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(Number(id)) ?? "")?.[1];
    fonts.set(name, characterMap(streamOf(objects.get(Number(map)) ?? "") ?? ""));
  }
  const contents = /\/Contents (\d+) 0 R/.exec(page)?.[1];
  const drawing = streamOf(objects.get(Number(contents)) ?? "") ?? "";
  return [...drawing.matchAll(/BT\b([\s\S]*?)\bET\b/g)]
    .map(([, text = ""]) => drawnText(text, fonts))
    .join("\n");
}

function drawnText(
  drawing: string,
  fonts: ReadonlyMap<string, ReadonlyMap<number, string>>,
): string {
  const font = fonts.get(/\/(f\d+) [\d.]+ Tf/.exec(drawing)?.[1] ?? "");
  return [...drawing.matchAll(/\(((?:\\[\s\S]|[^\\()])*)\)/g)]
    .map(([, literal = ""]) => {
      const codes = literalBytes(literal);
      const letters: string[] = [];
      for (let at = 0; at + 1 < codes.length; at += 2) {
        letters.push(font?.get((codes[at] ?? 0) * 256 + (codes[at + 1] ?? 0)) ?? "");
      }
      return letters.join("");
    })
    .join("");
}

const escapes: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 };

function literalBytes(literal: string): readonly number[] {
  return [...literal.matchAll(/\\([0-7]{1,3})|\\([\s\S])|([\s\S])/g)].map(
    ([, octal, escaped, plain]) => {
      if (octal !== undefined) return Number.parseInt(octal, 8);
      if (escaped !== undefined) return escapes[escaped] ?? escaped.charCodeAt(0);
      return (plain ?? "").charCodeAt(0);
    },
  );
}

function characterMap(cmap: string): ReadonlyMap<number, string> {
  const map = new Map<number, string>();
  for (const [, code = "", text = ""] of cmap.matchAll(/<([0-9A-F]{4})> <([0-9A-F]+)>/gi)) {
    map.set(Number.parseInt(code, 16), utf16(text));
  }
  return map;
}

function streamOf(body: string): string | undefined {
  const start = body.indexOf("stream\n");
  if (start < 0) return undefined;
  const data = Buffer.from(body.slice(start + 7, body.lastIndexOf("\nendstream")), "latin1");
  if (!body.slice(0, start).includes("/FlateDecode")) return data.toString("latin1");
  // A font file is inflated too: nothing of a file is left unread.
  return inflateSync(data).toString("latin1");
}

function hexStringsAsText(text: string): string {
  return [...text.matchAll(/<FEFF([0-9A-F]+)>/gi)].map(([, hex = ""]) => utf16(hex)).join("\n");
}

function utf16(hex: string): string {
  return Buffer.from(hex, "hex").swap16().toString("utf16le");
}
