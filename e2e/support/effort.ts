import type { Page } from "playwright-core";

import { mouse, type Hand } from "./hand.ts";

/** What a piece of work has cost whoever did it, text not counted. */
export interface Effort {
  /** Clicks, choices, days and keys that are no letters of a text. */
  readonly interactions: number;
  /** Answers given by choosing: every box, button, list and day counts as one. */
  readonly answers: number;
  /** Pages that were opened after the first. */
  readonly pages: number;
}

export interface CountedHand extends Hand {
  effort(): Effort;
  /** Begins to count anew. */
  restart(): void;
}

/** A user with a mouse whose every interaction is counted. Writing is free: text is not what effort is about. */
export function countedMouse(page: Page): CountedHand {
  const hand = mouse(page);
  const counted = { interactions: 0, answers: 0, pages: 0 };
  let path = "";
  page.on("framenavigated", (frame) => {
    const next = new URL(frame.url()).pathname;
    if (frame !== page.mainFrame() || next === path) return;
    path = next;
    counted.pages += 1;
  });
  const key = page.keyboard.press.bind(page.keyboard);
  page.keyboard.press = async (name, options) => {
    counted.interactions += 1;
    await key(name, options);
  };
  const answer = (): void => {
    counted.interactions += 1;
    counted.answers += 1;
  };
  return {
    ...hand,
    press: async (target) => {
      counted.interactions += 1;
      await hand.press(target);
    },
    setDate: async (target, value) => {
      answer();
      await hand.setDate(target, value);
    },
    tick: async (target) => {
      answer();
      await hand.tick(target);
    },
    pick: async (target, value) => {
      answer();
      await hand.pick(target, value);
    },
    effort: () => ({ ...counted }),
    restart: () => {
      Object.assign(counted, { interactions: 0, answers: 0, pages: 0 });
      path = new URL(page.url()).pathname;
    },
  };
}
