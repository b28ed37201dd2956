import { afterEach, expect, test } from "vitest";
import { told } from "../api/told.ts";
import { renderPage, wordsOf } from "../testing/render-page.tsx";
import { ToldNotice } from "./told-notice.tsx";

afterEach(() => told.clear());

const late = {
  id: "law.M-02.late-note",
  ruleId: "M-02",
  section: "god praxis",
  severity: "tell" as const,
  sv: "Anteckningen är sen.",
  en: "The note is late.",
};

test("says what a command told, and nothing of what it asked a reason for", async () => {
  told.show([
    { ...late, section: "14 kap. 1 § SoL" },
    { ...late, id: "law.B-05", severity: "warn", sv: "Skälet är givet.", en: "Reason given." },
  ]);
  const words = wordsOf(await renderPage(<ToldNotice />));
  expect(words).toContain("Anteckningen är sen.");
  expect(words).toContain("14 kap. 1 § SoL");
  expect(words).not.toContain("Skälet är givet.");
});

test("is empty when the next command told nothing", async () => {
  told.show([late]);
  told.show([]);
  expect(wordsOf(await renderPage(<ToldNotice />)).trim()).toBe("");
});
