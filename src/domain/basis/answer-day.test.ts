import { expect, test } from "vitest";
import { document, talked } from "../testing/story.ts";
import { basisContent, mother } from "../testing/chain.ts";

test("a day to answer by after the end of the investigation is told at its field, and stands with a reason only", () => {
  const chain = talked();
  chain.must("basis.fix", "2026-05-04T09:00", { ids: { document }, content: basisContent });
  const communicate = (answerBy: string, reasons = {}) =>
    chain.give("basis.communicate", "2026-05-04T10:00", {
      ids: { document },
      data: { to: [mother], answerBy },
      reasons,
    });
  // Opened on 9 March: four months end on 9 July.
  const late = communicate("2026-07-10");
  expect(late.ok).toBe(false);
  expect(late.problems).toMatchObject([
    { id: "law.C-01.answer-after-end", severity: "warn", pointer: "/data/answerBy" },
  ]);
  expect(communicate("2026-07-09").ok).toBe(true);
  expect(communicate("2026-07-10", { "C-01": "Vårdnadshavaren är utomlands." }).ok).toBe(true);
});
