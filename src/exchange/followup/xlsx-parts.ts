import type { ZipPart } from "./zip-stream.ts";

/** The formats of cells, by their place in the part of styles. */
export const STYLE = { heading: 1, literal: 2, day: 3, moment: 4, decimals: 5 } as const;

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** The parts of a workbook that hold no cells. No day, no name of a program or person. */
export function fixedParts(names: readonly string[]): readonly ZipPart[] {
  const sheets = names.map((name, at) => ({ name, number: at + 1 }));
  const overrides = sheets.map(
    ({ number }) =>
      `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${TYPE}.worksheet+xml"/>`,
  );
  const listed = sheets.map(
    ({ name, number }) =>
      `<sheet name="${escapedXml(name)}" sheetId="${number}" r:id="rId${number}"/>`,
  );
  const related = sheets.map(({ number }) =>
    relation(number, "worksheet", `worksheets/sheet${number}.xml`),
  );
  const [styles, texts] = [sheets.length + 1, sheets.length + 2];
  return [
    part(
      "[Content_Types].xml",
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>${overrides.join("")}<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${TYPE}.sharedStrings+xml"/></Types>`,
    ),
    part("_rels/.rels", relationships([relation(1, "officeDocument", "xl/workbook.xml")])),
    part(
      "xl/workbook.xml",
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${listed.join("")}</sheets></workbook>`,
    ),
    part(
      "xl/_rels/workbook.xml.rels",
      relationships([
        ...related,
        relation(styles, "styles", "styles.xml"),
        relation(texts, "sharedStrings", "sharedStrings.xml"),
      ]),
    ),
    part("xl/styles.xml", STYLES),
  ];
}

function part(name: string, xml: string): ZipPart {
  return { name, content: [Buffer.from(`${XML}${xml}`)] };
}

function relationships(each: readonly string[]): string {
  return `<Relationships xmlns="${PACKAGE}/relationships">${each.join("")}</Relationships>`;
}

function relation(number: number, kind: string, target: string): string {
  return `<Relationship Id="rId${number}" Type="${OFFICE}/${kind}" Target="${target}"/>`;
}

const PLAIN = 'fontId="0" fillId="0"';
const FORMATS = [
  `numFmtId="0" ${PLAIN}`,
  'numFmtId="49" fontId="1" fillId="2" applyFont="1" applyFill="1" applyNumberFormat="1"',
  `numFmtId="49" ${PLAIN} quotePrefix="1" applyNumberFormat="1"`,
  `numFmtId="164" ${PLAIN} applyNumberFormat="1"`,
  `numFmtId="165" ${PLAIN} applyNumberFormat="1"`,
  `numFmtId="166" ${PLAIN} applyNumberFormat="1"`,
].map((format) => `<xf borderId="0" xfId="0" ${format}/>`);

const FONT = '<sz val="11"/><name val="Calibri"/><family val="2"/>';
const STYLES = `<styleSheet xmlns="${MAIN}"><numFmts count="3"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/><numFmt numFmtId="166" formatCode="0.0"/></numFmts><fonts count="2"><font>${FONT}</font><font><b/>${FONT}</font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE3E9ED"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${FORMATS.length}">${FORMATS.join("")}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

/** A width a spreadsheet shows so many letters in. */
export function columnWidth(letters: number): number {
  return Math.max(8, letters + 2);
}

/** What stands before the rows: the heads stay in sight, columns are as wide as said. */
export function sheetStart(widths: readonly number[]): string {
  const columns = widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  return `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns.join("")}</cols><sheetData>`;
}

/** What stands after them: each column can be filtered by its head. */
export function sheetEnd(columns: number, rows: number): string {
  return `</sheetData><autoFilter ref="A1:${columnName(columns)}${rows}"/></worksheet>`;
}

/** `A`, `Z`, `AA` of a column counted from one. */
export function columnName(number: number): string {
  const rest = (number - 1) % 26;
  const letter = String.fromCharCode(65 + rest);
  return number > 26 ? `${columnName((number - 1 - rest) / 26)}${letter}` : letter;
}

/** Texts of cells, each kept once. */
export interface SharedTexts {
  /** Undefined when there are too many different ones to remember: the text then stands in its cell. */
  numberOf(text: string): number | undefined;
  xml(): Iterable<Uint8Array>;
}

const AT_ONCE = 2000;
const MOST_TEXTS = 100_000;

/** Only different texts are remembered, and only so many: memory does not grow with the rows. */
export function makeSharedTexts(): SharedTexts {
  const numbers = new Map<string, number>();
  return {
    numberOf: (text) => {
      const known = numbers.get(text);
      if (known !== undefined) return known;
      const number = numbers.size;
      if (number >= MOST_TEXTS) return undefined;
      numbers.set(text, number);
      return number;
    },
    *xml() {
      yield Buffer.from(`${XML}<sst xmlns="${MAIN}" uniqueCount="${numbers.size}">`);
      const texts = [...numbers.keys()];
      for (let at = 0; at < texts.length; at += AT_ONCE) {
        const items = texts.slice(at, at + AT_ONCE).map((text) => `<si>${textXml(text)}</si>`);
        yield Buffer.from(items.join(""));
      }
      yield Buffer.from("</sst>");
    },
  };
}

/** The most letters a cell holds. */
const LONGEST = 32_767;

/** A text as XML has it. */
export function textXml(text: string): string {
  const shown = text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
  return `<t xml:space="preserve">${escapedXml(shown)}</t>`;
}

/** What XML has no letter for is written as workbooks do, and what looks like that so that it stays. */
function escapedXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, "_x005F_")
    .replace(/[\p{Cc}\uFFFE\uFFFF]/gu, controlText)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

function controlText(letter: string): string {
  if (letter === "\t" || letter === "\n") return letter;
  return `_x${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
}
