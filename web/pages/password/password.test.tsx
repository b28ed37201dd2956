import { expect, test } from "vitest";
import { renderPage, wordsOf } from "../../testing/render-page.tsx";
import { Page } from "./page.tsx";

test("asks for the old password and twice for the new, each with a label and known to the browser", async () => {
  const html = await renderPage(<Page />);
  expect(wordsOf(html)).toContain("minst 12 tecken");
  expect(html.match(/type="password"/gu)).toHaveLength(3);
  expect(html.match(/autoComplete="new-password"/giu)).toHaveLength(2);
  expect(html.match(/autoComplete="current-password"/giu)).toHaveLength(1);
  for (const [, id] of html.matchAll(/<input id="([^"]+)"/gu)) {
    expect(html).toContain(`for="${id}"`);
  }
});
