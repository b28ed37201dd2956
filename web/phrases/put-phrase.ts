import { nextToFill, phraseInText } from "../../src/domain/phrases/phrase.ts";

/** What asks for a phrase, with what was typed behind it before the list of phrases was there. */
const ASKED = /(?:^|[\s(])(\/\/\S*)$/u;

/** Where a phrase is no text of the page: in the phrases themselves. */
const OWN = "[data-phrases]";

/** The text in which somebody writes just now. */
export function textInFocus(): HTMLTextAreaElement | undefined {
  const { activeElement } = document;
  if (!(activeElement instanceof HTMLTextAreaElement)) return undefined;
  return takesPhrase(activeElement) ? activeElement : undefined;
}

function takesPhrase(area: HTMLTextAreaElement): boolean {
  return !area.readOnly && !area.disabled && area.closest(OWN) === null;
}

/** Whether a key in a text has just asked for a phrase: `//` where a word begins. */
export function asksForPhrase(event: Event): event is InputEvent {
  if (!(event instanceof InputEvent) || event.data !== "/" || event.isComposing) return false;
  const { target } = event;
  if (!(target instanceof HTMLTextAreaElement) || !takesPhrase(target)) return false;
  return ASKED.exec(target.value.slice(0, target.selectionStart))?.[1] === "//";
}

/**
 * Puts a phrase where the caret is, in the place of what asked for it, and selects the first that has to be filled
 * in. It is one step to take back, as something pasted.
 */
export function putPhrase(area: HTMLTextAreaElement, words: string): void {
  area.focus();
  const { selectionStart, selectionEnd } = area;
  const [, asked = ""] = ASKED.exec(area.value.slice(0, selectionStart)) ?? [];
  const from = selectionStart - asked.length;
  area.setSelectionRange(from, selectionEnd);
  const text = phraseInText(words);
  // The only way to insert that the page hears of as of what is typed; every browser has it.
  document.execCommand("insertText", false, text);
  const first = nextToFill(text);
  if (first !== undefined) area.setSelectionRange(from + first.from, from + first.to);
}

/** Puts what was typed in search of a phrase where it was meant to stand: behind the `//` that asked for one. */
export function putBack(area: HTMLTextAreaElement, words: string): void {
  if (!ASKED.test(area.value.slice(0, area.selectionStart))) return;
  area.focus();
  document.execCommand("insertText", false, words);
}

/** Selects the next that has to be filled in: after the caret, else in the texts that follow. */
export function selectNextToFill(): boolean {
  const here = textInFocus();
  const areas = [...document.querySelectorAll("textarea")].filter(takesPhrase);
  const at = here === undefined ? -1 : areas.indexOf(here);
  const own = here === undefined ? undefined : nextToFill(here.value.slice(here.selectionEnd));
  if (here !== undefined && own !== undefined) {
    here.setSelectionRange(here.selectionEnd + own.from, here.selectionEnd + own.to);
    return true;
  }
  for (const area of [...areas.slice(at + 1), ...areas.slice(0, at + 1)]) {
    const found = nextToFill(area.value);
    if (found === undefined) continue;
    area.focus();
    area.setSelectionRange(found.from, found.to);
    return true;
  }
  return false;
}
