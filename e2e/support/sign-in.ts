import type { Page } from "playwright-core";

import type { DemoAccount } from "./global-setup.ts";
import { say, wordings } from "./wordings.ts";

type Account = Pick<DemoAccount, "username" | "password">;

/** Signs in as the page's form does, without drawing it; gives the status of the answer. */
export async function signInWithin(
  page: Page,
  base: string,
  { username, password }: Account,
): Promise<number> {
  await page.goto(`${base}/icon.svg`);
  return page.evaluate(async (body) => {
    const answer = await fetch("/api/v1/session/sign-in", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
    });
    return answer.status;
  }, JSON.stringify({ username, password }));
}

/** Fills in the form of a page that asks who one is, and sends it. */
export async function typeSignIn(page: Page, { username, password }: Account): Promise<void> {
  await page.getByLabel(say(wordings.entry, "username", "sv")).fill(username);
  await page.getByLabel(say(wordings.entry, "password", "sv"), { exact: true }).fill(password);
  await page
    .getByRole("button", { name: say(wordings.entry, "signIn", "sv"), exact: true })
    .click();
}
