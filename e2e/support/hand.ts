import type { Locator, Page } from "playwright-core";

/** How a user does things: with a mouse, or with the keys alone. A test of a journey takes either. */
export interface Hand {
  readonly name: "mouse" | "keyboard";
  readonly page: Page;
  /** Presses a button or follows a link. */
  press(target: Locator): Promise<void>;
  /** Replaces what stands in a field. */
  write(target: Locator, text: string): Promise<void>;
  /** Sets a field for a day (`2026-03-02`) or a day and time (`2026-03-02T10:20`). */
  setDate(target: Locator, value: string): Promise<void>;
  /** Chooses a radio button or ticks a box. */
  tick(target: Locator): Promise<void>;
  /** Picks an option of a select list by its value. */
  pick(target: Locator, value: string): Promise<void>;
  /** What was wrong with the focus on the way; a mouse sees nothing of it. */
  readonly faults: readonly string[];
}

/** A user with a mouse. */
export function mouse(page: Page): Hand {
  return {
    name: "mouse",
    page,
    faults: [],
    press: (target) => target.click(),
    write: (target, text) => target.fill(text),
    setDate: (target, value) => target.fill(value),
    tick: (target) => target.check(),
    pick: async (target, value) => void (await target.selectOption(value)),
  };
}

/** The value of the option with these words, for whoever picks it. */
export async function optionOf(list: Locator, words: string): Promise<string> {
  const option = list.locator("option").filter({ hasText: words }).first();
  await option.waitFor({ state: "attached" });
  return option.evaluate((node) => (node instanceof HTMLOptionElement ? node.value : ""));
}
