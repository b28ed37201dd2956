import { cleanText } from "./clean-text.ts";

/** What is read of a node; that of a page has it, and so has one a test makes. */
export interface Piece {
  readonly nodeName: string;
  /** Of a text. */
  readonly nodeValue: string | null;
  readonly childNodes: Iterable<Piece>;
  readonly getAttribute?: (name: string) => string | null;
}

const never = new Set([
  "SCRIPT",
  "STYLE",
  "HEAD",
  "TITLE",
  "META",
  "LINK",
  "TEMPLATE",
  "NOSCRIPT",
  "IMG",
  "SVG",
  "OBJECT",
]);
const paragraphs = new Set([
  "P",
  "H1",
  "H2",
  "H3",
  "H4",
  "H5",
  "H6",
  "BLOCKQUOTE",
  "PRE",
  "UL",
  "OL",
  "TABLE",
]);
const lines = new Set([
  "DIV",
  "LI",
  "TR",
  "SECTION",
  "ARTICLE",
  "HEADER",
  "FOOTER",
  "DT",
  "DD",
  "HR",
  "BR",
]);
const cells = new Set(["TD", "TH"]);

/** The bullets of word processors, which come as letters of other fonts. */
const bullet = /^[·•●○◦▪■§oØ–-]\s+/u;

/**
 * The words of a pasted page with their lines, lists and tables, and nothing else of it: no looks, no pictures, no
 * links that can be followed, nothing that runs. Word's lists, which are paragraphs with bullets, become lists.
 */
export function htmlToText(root: Piece): string {
  const text = blockText(root, 0);
  return cleanText(text).replaceAll(/^\n+|\n+$/gu, "");
}

/** The words within a block, each block inside on lines of its own. */
function blockText(node: Piece, depth: number): string {
  return withChildren("", node, depth);
}

function withChildren(before: string, node: Piece, depth: number): string {
  let text = before;
  let place = numberOf(node);
  for (const child of node.childNodes) {
    const name = child.nodeName.toUpperCase();
    if (name === "#TEXT") text = joined(text, (child.nodeValue ?? "").replaceAll(/\s+/gu, " "));
    else if (!never.has(name) && name !== "#COMMENT" && !isHidden(child)) {
      text = withChild(text, child, { name, depth, place });
      if (name === "LI" && place > 0) place += 1;
    }
  }
  return text;
}

interface Where {
  readonly name: string;
  /** Lists around it. */
  readonly depth: number;
  /** The number of the next item; 0 where items have none. */
  readonly place: number;
}

function withChild(text: string, child: Piece, { name, depth, place }: Where): string {
  if (name === "BR") return `${text.replace(/ +$/u, "")}\n`;
  if (cells.has(name)) {
    const words = inner(child, depth);
    return text.trim() === "" ? words : `${text.trimEnd()} | ${words}`;
  }
  if (name === "LI") return `${onNewLine(text, 1)}${item(child, depth, place)}\n`;
  if (isWordItem(child)) return `${onNewLine(text, 1)}${wordItem(child)}\n`;
  if (name === "UL" || name === "OL") {
    return `${onNewLine(text, depth === 0 ? 2 : 1)}${blockText(child, depth + 1)}\n`;
  }
  if (paragraphs.has(name)) return `${onNewLine(text, 2)}${blockText(child, depth).trim()}\n\n`;
  if (lines.has(name)) return withLine(text, blockText(child, depth));
  return withChildren(text, child, depth);
}

/** A line that is empty on purpose stays one. */
function withLine(text: string, words: string): string {
  if (words.trim() !== "") return `${onNewLine(text, 1)}${words.trimEnd()}\n`;
  return words.includes("\n") ? onNewLine(text, 2) : text;
}

/** Words of one cell on one line. */
function inner(node: Piece, depth: number): string {
  return blockText(node, depth).replaceAll(/\s+/gu, " ").trim();
}

function item(node: Piece, depth: number, place: number): string {
  const mark = place === 0 ? "- " : `${place}. `;
  const text = blockText(node, depth).trim();
  return `${"  ".repeat(Math.max(0, depth - 1))}${mark}${text}`;
}

function wordItem(node: Piece): string {
  const text = blockText(node, 0)
    .replaceAll(/[\u00A0\s]+/gu, " ")
    .trim();
  const level = Number(/mso-list:[^;]*level(\d)/u.exec(attribute(node, "style"))?.[1] ?? 1);
  return `${"  ".repeat(level - 1)}${bullet.test(text) ? text.replace(bullet, "- ") : text}`;
}

function isWordItem(node: Piece): boolean {
  return (
    attribute(node, "class").startsWith("MsoListParagraph") ||
    attribute(node, "style").includes("mso-list:")
  );
}

function isHidden(node: Piece): boolean {
  return /display:\s*none|mso-hide:\s*all/u.test(attribute(node, "style"));
}

/** The number of the first item of a numbered list; 0 for anything else. */
function numberOf(node: Piece): number {
  if (node.nodeName.toUpperCase() !== "OL") return 0;
  return Number(attribute(node, "start")) || 1;
}

function attribute(node: Piece, name: string): string {
  return node.getAttribute?.(name) ?? "";
}

/** Runs of spaces are one, and none begins a line. */
function joined(text: string, more: string): string {
  const begins = text === "" || text.endsWith("\n") || text.endsWith(" ");
  return text + (begins ? more.replace(/^ +/u, "") : more);
}

/** The text so far, ended by at least so many line breaks, and two at most. */
function onNewLine(text: string, breaks: number): string {
  const ended = text.replace(/[ \n]+$/u, "");
  if (ended === "") return "";
  const there = text.slice(ended.length).replaceAll(" ", "").length;
  return ended + "\n".repeat(Math.min(2, Math.max(there, breaks)));
}
