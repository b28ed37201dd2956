import { expect, test } from "vitest";
import { sampleProblems } from "../../pages/examples/sample.ts";
import { renderPage, wordsOf } from "../../testing/render-page.tsx";
import { ErrorSummary } from "./error-summary.tsx";

test("names each problem with its section and links to its field", async () => {
  const html = await renderPage(
    <ErrorSummary
      problems={sampleProblems}
      controlOf={(pointer) => (pointer === "/data/reason" ? "f-reason" : undefined)}
    />,
  );
  expect(html).toContain('role="alert"');
  expect(html).toContain('href="#f-reason"');
  expect(wordsOf(html)).toContain("Skriv skälen för att utredning inleds. 20 kap. 1 § SoL");
  expect(wordsOf(html)).toContain("Någon annan har ändrat det du ser.");
});

test("is not there when nothing is wrong", async () => {
  expect(
    wordsOf(await renderPage(<ErrorSummary problems={[]} controlOf={() => undefined} />)),
  ).toBe("");
});
