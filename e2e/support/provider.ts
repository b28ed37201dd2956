import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

import type { Browser, Page } from "playwright-core";
import { expect } from "vitest";

import { leave, OIDC_SECRET, startOidcServer } from "../../src/api/testing/oidc-server.ts";
import { setAccountSubject } from "../../src/contract/accounts/account-acts.ts";
import { listAccounts } from "../../src/contract/accounts/list-accounts.ts";
import type { Connection } from "../../src/store/postgres/connection.ts";
import { Api } from "./api.ts";
import { runCli } from "./cli.ts";
import { watch } from "./watch.ts";
import { say, wordings } from "./wordings.ts";

interface Account {
  readonly username: string;
  readonly password: string;
}

/** The program, where it works and somewhere to put a file. */
export interface ProviderPlace {
  readonly url: string;
  readonly database: Connection;
  readonly folder: string;
  readonly browser: Browser;
}

/**
 * The municipality's provider is set in the terminal and somebody tied to it on the page of accounts; then that person
 * signs in there, and shows there in a window beside an open page who it is. `admin` runs accounts.
 */
export async function signInAtProvider(
  { url, database, folder, browser }: ProviderPlace,
  admin: Account,
  username: string,
): Promise<void> {
  const provider = await startOidcServer(url);
  const context = await browser.newContext({ baseURL: url, locale: "sv-SE" });
  try {
    provider.who = "p-1";
    provider.employees.set("p-1", "4711");
    writeFileSync(join(folder, "secret.txt"), OIDC_SECRET);
    const file = join(folder, "provider.json");
    const settings = { clientId: "mittpunkt", clientSecretFile: "secret.txt", claim: "employee" };
    writeFileSync(file, JSON.stringify({ ...settings, issuer: provider.issuer }));
    const set = await runCli(database, ["provider", "set", file, "--board", "1"], {
      MITTPUNKT_PROVIDER_HTTP: "1",
    });
    expect(set).toMatchObject({ code: 0 });
    const api = await Api.signIn(url, admin);
    const { staff } = await api.call(listAccounts);
    const account = staff.find((each) => each.account?.username === username)?.account?.account;
    const tie = { commandId: randomUUID(), account: account ?? "", subject: "4711" };
    await api.call(setAccountSubject, { body: tie });
    const { faults } = await watch(context);
    const page = await context.newPage();
    await page.goto("/sign-in");
    await page.getByRole("button", { name: say(wordings.entry, "withProvider", "sv") }).click();
    await page.getByRole("heading", { level: 1, name: "Min dag" }).waitFor();
    expect(page.url()).not.toContain("code=");
    await confirmThere(page);
    await signOutThere(page, provider.issuer);
    expect(faults).toEqual([]);
  } finally {
    await context.close();
    await provider.stop();
  }
}

/** Somebody signs out at the provider: what comes next here asks who it is, with the page under it. */
async function signOutThere(page: Page, issuer: string): Promise<void> {
  const cookies = await page.context().cookies(issuer);
  const there = new Map(cookies.map(({ name, value }) => [name, value]));
  await leave(`${issuer}/session/end?client_id=mittpunkt`, there);
  await page.getByRole("link", { name: "Min dag" }).first().click();
  await page.getByText(say(wordings.shell, "signedOutTitle", "sv"), { exact: true }).waitFor();
}

/** A sensitive act asks who it is; the window closes by itself, and the act is carried out. */
async function confirmThere(page: Page): Promise<void> {
  await page.goto("/sign-ins");
  await page.getByRole("button", { name: say(wordings.factor, "addTelephone", "sv") }).click();
  await page.getByRole("button", { name: say(wordings.factor, "atProvider", "sv") }).click();
  await page.getByText(say(wordings.factor, "scan", "sv")).waitFor();
  await expect.poll(() => page.context().pages().length, { timeout: 60_000 }).toBe(1);
}
