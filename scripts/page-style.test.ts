import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const web = fileURLToPath(new URL("../web", import.meta.url));

/** What every text of a form may stand in. */
const around =
  /(?:^|[\s>+~,}])(?:html|body|main|:root|\.(?:layout|room|child-frame|child-room|document|document-main|area|form-section|field|items?|citing))(?:[.[:][^\s{}]*)?:has\(/u;

/** Without remarks, and without the rules of paper, which are none of the screen. */
function onScreen(css: string): string {
  return css
    .replaceAll(/\/\*[^]*?\*\//gu, "")
    .replaceAll(/@media print \{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/gu, "");
}

test("nothing around a text is styled by what stands in it, which the browser would look for at each letter", () => {
  const found = readdirSync(web, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".css"))
    .filter((path) => around.test(onScreen(readFileSync(`${web}/${path}`, "utf8"))));
  expect(found).toEqual([]);
});

test.each([".room:has(> .child-frame) {", "a {}\n.document:has(~ .side-panel) > b {"])(
  "%s is such a rule",
  (css) => expect(around.test(css)).toBe(true),
);
