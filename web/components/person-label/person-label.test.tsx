import { expect, test } from "vitest";
import { samplePerson } from "../../pages/examples/sample.ts";
import { renderPage, wordsOf } from "../../testing/render-page.tsx";
import { PersonLabel } from "./person-label.tsx";
import { marks, PersonMark } from "./person-mark.tsx";
import { PersonNumber, writtenNumber } from "./person-number.tsx";

test("twelve marks differ without colour, and none of them is a triangle", async () => {
  const drawn = await Promise.all(
    Array.from({ length: marks }, (_, stripe) => renderPage(<PersonMark stripe={stripe} />)),
  );
  const uncoloured = drawn.map((html) => html.replace(/stripe-\d+/u, ""));
  expect(marks).toBe(12);
  expect(new Set(uncoloured).size).toBe(marks);
  // A triangle is the only closed path of three corners.
  for (const html of drawn) expect(html).not.toMatch(/points="[^ "]+ [^ "]+ [^ "]+"/u);
});

test("a mark outside the twelve is one of them, and always the same", async () => {
  expect(await renderPage(<PersonMark stripe={15} />)).toBe(
    await renderPage(<PersonMark stripe={3} />),
  );
});

test("a label says name and age, and in words that data are protected", async () => {
  expect(wordsOf(await renderPage(<PersonLabel person={samplePerson(1)} />))).toBe(
    "Elmer Exempelsson 12 år",
  );
  const hidden = samplePerson(1, { age: null, protected: true });
  expect(wordsOf(await renderPage(<PersonLabel person={hidden} />))).toContain(
    "Skyddade personuppgifter",
  );
});

test("a number is masked until somebody asks for it", async () => {
  const html = await renderPage(<PersonNumber person="p" masked="20140217-****" />, {
    known: [[["person", "p"], { number: "201402179814" }]],
  });
  expect(wordsOf(html)).toBe("Personnummer 20140217-**** Visa numret");
  expect(html).toContain('aria-pressed="false"');
  expect(html).not.toContain("9814");
});

test("a number is written as people write it, a provisional one as it is", () => {
  expect(writtenNumber("201402179814")).toBe("20140217-9814");
  expect(writtenNumber("20140217-T001")).toBe("20140217-T001");
});
