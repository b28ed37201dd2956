import type { Page } from "playwright-core";

import type { DemoAccount } from "../support/global-setup.ts";
import { makeProfile, startMortal, type MortalBrowser } from "../support/mortal-browser.ts";
import { signInWithin } from "../support/sign-in.ts";
import { until } from "../support/until.ts";
import type { Chance } from "./chance.ts";

const PATIENCE_MS = 600_000;
const FIRST_PATIENCE_MS = 5000;
const LONGEST_PATIENCE_MS = 60_000;
/** What does not come back in this time does not come back. */
const TEXT_BACK_MS = 60_000;
/** What is promised: a keystroke is safe this soon. */
const PROMISE_MS = 2000;

/** Somebody at a real browser, who goes on where the page is when it has come back. */
export class BrowserWriter {
  words = 0;
  /** Words typed more than two seconds before a browser was killed, and not there afterwards. */
  lost = 0;
  /** Times a field held anything but a beginning of what was typed. */
  wrong = 0;
  readonly #name: string;
  readonly #account: DemoAccount;
  readonly #path: string;
  readonly #base: string;
  readonly #chance: Chance;
  readonly #say: (line: string) => void;
  readonly #profile = makeProfile();
  /** What stood there when the browser came back. */
  #before = "";
  #typed: { readonly text: string; readonly at: number }[] = [];
  #browser: MortalBrowser | undefined;
  #page: Page | undefined;
  #busy: Promise<void> = Promise.resolve();

  constructor(
    name: string,
    base: string,
    account: DemoAccount,
    path: string,
    chance: Chance,
    say: (line: string) => void,
  ) {
    this.#say = say;
    this.#name = name;
    this.#base = base;
    this.#account = account;
    this.#path = path;
    this.#chance = chance;
  }

  async begin(): Promise<void> {
    await this.#open();
  }

  async run(isOver: () => boolean): Promise<void> {
    while (!isOver()) {
      await this.#alone(() => this.#typeWord());
      await new Promise((resolve) => setTimeout(resolve, this.#chance.between(50, 300)));
    }
    await this.#alone(() => this.#allSaved());
  }

  /** Kills the browser, starts it again on what it left, and looks at what came back. */
  kill(): Promise<void> {
    return this.#alone(async () => {
      const killed = performance.now();
      const safe = this.#typed.filter(({ at }) => at < killed - PROMISE_MS);
      await this.#browser?.kill();
      await this.#open();
      const box = this.#box();
      const has = (text: string) => async () =>
        (await box.inputValue({ timeout: PATIENCE_MS })).includes(text);
      const last = safe.at(-1)?.text;
      if (last !== undefined)
        await until("the text", has(last), TEXT_BACK_MS).catch(() => undefined);
      const found = await box.inputValue({ timeout: PATIENCE_MS });
      const lost = safe.filter(({ text }) => !found.includes(text));
      this.lost += lost.length;
      for (const { text, at } of lost)
        this.#say(`${this.#name} lost "${text}", typed ${Math.round(killed - at)} ms before`);
      this.#check(found);
      // What came back is what the writer sees, and goes on from, perhaps in the middle of a word.
      this.#before = found;
      this.#typed = [];
    });
  }

  /** What the field must hold when all has been saved. */
  text(): string {
    return this.#before + this.#typed.map(({ text }) => text).join("");
  }

  async end(): Promise<void> {
    await this.#browser?.kill();
    this.#profile.remove();
  }

  /** One thing at a time: a page that is being killed is not typed in. */
  #alone(work: () => Promise<void>): Promise<void> {
    this.#busy = this.#busy.then(work);
    return this.#busy;
  }

  #check(found: string): void {
    const whole = this.text();
    if (whole.startsWith(found)) return;
    this.wrong += 1;
    this.#say(`${this.#name} holds "${found.slice(-80)}" and not "${whole.slice(-80)}"`);
  }

  #box() {
    if (this.#page === undefined) throw new Error("The browser is not open");
    return this.#page.locator("#f-summary");
  }

  async #typeWord(): Promise<void> {
    this.words += 1;
    const text = `${this.#name}-${this.words} `;
    await this.#box().press("Control+End", { timeout: PATIENCE_MS });
    await this.#page?.keyboard.type(text);
    this.#typed.push({ text, at: performance.now() });
  }

  async #allSaved(): Promise<void> {
    const state = this.#page?.locator(".save-state > span").first();
    const isSaved = async () => /^(Sparat|Allt är sparat)/u.test((await state?.innerText()) ?? "");
    await until(`${this.#name} saves`, isSaved, PATIENCE_MS);
    this.#check(await this.#box().inputValue({ timeout: PATIENCE_MS }));
  }

  /** The browser with the form open; tried again as long as the program or the network is away. */
  async #open(): Promise<void> {
    this.#browser = await startMortal(this.#profile.folder);
    const page = await this.#browser.context.newPage();
    this.#page = page;
    await until(`${this.#name} signs in`, () => this.#signIn(page), PATIENCE_MS);
    // What stands still because something was killed is loaded anew soon; a slow machine gets longer each time.
    let patience = FIRST_PATIENCE_MS;
    const opens = () => this.#openForm((patience = Math.min(2 * patience, LONGEST_PATIENCE_MS)));
    await until(`${this.#name} opens the form`, opens, PATIENCE_MS);
  }

  async #signIn(page: Page): Promise<boolean> {
    try {
      return (await signInWithin(page, this.#base, this.#account)) === 200;
    } catch {
      return false;
    }
  }

  async #openForm(timeout: number): Promise<boolean> {
    try {
      await this.#page?.goto(this.#base + this.#path, { timeout });
      const state = this.#page?.locator(".save-state > span").first();
      await state?.getByText(/^(Sparat|Allt är sparat)/u).waitFor({ timeout });
      return true;
    } catch {
      return false;
    }
  }
}
