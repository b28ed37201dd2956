import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanText } from "./clean-text.ts";
import { htmlToText, type Piece } from "./html-to-text.ts";

/** A page as a tree, written by hand: `el("p", {}, "words")`. */
function el(
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly (Piece | string)[]
): Piece {
  return {
    nodeName: name.toUpperCase(),
    nodeValue: null,
    childNodes: children.map((child) =>
      typeof child === "string" ? { nodeName: "#text", nodeValue: child, childNodes: [] } : child,
    ),
    getAttribute: (key) => attributes[key] ?? null,
  };
}
const page = (...children: readonly (Piece | string)[]) => el("body", {}, ...children);
const p = (...children: readonly (Piece | string)[]) => el("p", {}, ...children);
const li = (...children: readonly (Piece | string)[]) => el("li", {}, ...children);

describe("a pasted page", () => {
  test("keeps its paragraphs, with words in a row whatever their looks", () => {
    const bold = el("b", {}, "mycket");
    expect(htmlToText(page(p("Hon är ", bold, "\n   trött."), p("Hon sover lite.")))).toBe(
      "Hon är mycket trött.\n\nHon sover lite.",
    );
  });

  test("keeps lists, numbers and what lies within", () => {
    const inner = el("ul", {}, li("på kvällen"));
    const list = el("ol", { start: "3" }, li("Mat", inner), li("Läxor"));
    expect(htmlToText(page(p("Behov:"), list, p("Slut.")))).toBe(
      "Behov:\n\n3. Mat\n  - på kvällen\n4. Läxor\n\nSlut.",
    );
  });

  test("makes lists of Word's paragraphs with bullets", () => {
    const word = (level: number, mark: string, text: string) =>
      el(
        "p",
        { class: "MsoListParagraph", style: `mso-list:l0 level${level} lfo1` },
        el("span", {}, mark, el("span", {}, "\u00A0\u00A0\u00A0 ")),
        text,
      );
    expect(
      htmlToText(page(word(1, "·", "Skolan"), word(2, "o", "närvaro"), word(1, "2.", "Hem"))),
    ).toBe("- Skolan\n  - närvaro\n2. Hem");
  });

  test("keeps the rows and cells of a table", () => {
    const row = (...words: readonly string[]) =>
      el("tr", {}, ...words.map((each) => el("td", {}, p(each))));
    expect(htmlToText(page(el("table", {}, row("Dag", "Vem"), row("3 mars", "Mormor"))))).toBe(
      "Dag | Vem\n3 mars | Mormor",
    );
  });

  test("drops what runs, what is hidden and what only looks", () => {
    const html = page(
      el("style", {}, "p { color: red }"),
      el("script", {}, "alert(1)"),
      { nodeName: "#comment", nodeValue: "[if gte mso 9]", childNodes: [] },
      el("span", { style: "display:none" }, "osynligt"),
      p(el("a", { href: "javascript:alert(1)" }, "Länk"), el("img", {})),
    );
    expect(htmlToText(html)).toBe("Länk");
  });

  test("keeps the lines of a mail", () => {
    const html = page(
      el("div", {}, "Hej!"),
      el("div", {}, el("br", {})),
      el("div", {}, "Vi ses.", el("br", {}), "Eva"),
    );
    expect(htmlToText(html)).toBe("Hej!\n\nVi ses.\nEva");
  });
});

const names = ["p", "div", "ul", "ol", "li", "table", "tr", "td", "b", "span", "blockquote"];
const { tree } = fc.letrec<{ tree: Piece | string }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5 },
    fc.stringMatching(/^[a-zåäö]{1,8}$/u),
    fc.constant(el("br", {})),
    fc
      .tuple(fc.constantFrom(...names), fc.array(tie("tree"), { maxLength: 4 }))
      .map(([name, children]) => el(name, {}, ...children)),
  ),
}));

test("no word is lost or changed, whatever it lies in", () => {
  fc.assert(
    fc.property(fc.array(tree, { maxLength: 5 }), (children) => {
      const words = (text: string) => text.match(/[a-zåäö]/gu) ?? [];
      const body = page(...children);
      expect(words(htmlToText(body))).toEqual(words(textOf(body)));
    }),
  );
});

function textOf(node: Piece): string {
  return (node.nodeValue ?? "") + [...node.childNodes].map(textOf).join("");
}

describe("plain text from elsewhere", () => {
  test("loses what nobody sees, and keeps every word and line", () => {
    expect(cleanText("av\u00ADstava\u200B\u00A0ord\u0007 \r\nnästa\u000Brad\n\n\n\nslut  ")).toBe(
      "avstava ord\nnästa\nrad\n\nslut",
    );
  });

  test("keeps emoji, other scripts and their direction", () => {
    const text = "👩‍👧 \u200Fمرحبا\u200E שלום e\u0301";
    expect(cleanText(text)).toBe(text.normalize("NFC"));
  });
});
