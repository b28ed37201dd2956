import { expect, test } from "vitest";
import { renderPage, wordsOf } from "../../testing/render-page.tsx";
import { PasswordField } from "./password-field.tsx";
import { StrengthLine } from "./strength-line.tsx";

test("a password has a button that shows it, named after its field, and is never sent to be spelled", async () => {
  const field = <PasswordField name="old" label="Gammalt lösenord" kept="current-password" />;
  const html = await renderPage(field);
  const [, id = ""] = /<input id="([^"]+)"/u.exec(html) ?? [];
  expect(html).toMatch(/<input [^>]*type="password"[^>]*spellCheck="false"/u);
  const [button = ""] = /<button[^>]*>/u.exec(html) ?? [];
  expect(button).toContain('type="button"');
  expect(button).toContain(`aria-controls="${id}"`);
  expect(button).toContain('aria-label="Visa: Gammalt lösenord"');
  const english = await renderPage(field, { lang: "en" });
  expect(english).toContain('aria-label="Show: Gammalt lösenord"');
  expect(html).not.toContain("<meter");
});

test.each([
  ["kort fras", 1, "För kort"],
  ["Sommaren2026!!", 2, "Lätt att gissa"],
  ["YlvaStenmo1984", 2, "Lätt att gissa"],
  ["blåa spisar", 1, "För kort"],
  ["mormors spis", 3, "Håller"],
  ["fyra små grodor hoppar", 4, "Starkt"],
])("a meter tells how strong %j is, in words too", async (password, value, words) => {
  const line = <StrengthLine password={password} names={["Ylva Stenmo"]} />;
  const html = await renderPage(line);
  expect(html).toContain(`value="${value}"`);
  expect(html).toContain('aria-label="Lösenordets styrka"');
  expect(wordsOf(html)).toContain(words);
});
