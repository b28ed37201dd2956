import { useEffect } from "react";
import { isPanelOpen } from "../components/side-panel/room-for-panel.ts";
import { commandOf, type KeyId } from "./key-table.ts";
import { shownPanel } from "./shown-panel.ts";
import { stillWriting } from "./still-writing.ts";

/** Inputs in which a letter is no text. */
const notText = new Set(["radio", "checkbox", "button", "submit", "file", "range"]);

/** Whether somebody is writing: then a key is a letter and no shortcut. */
export function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !notText.has(target.type);
  return target.isContentEditable || ["TEXTAREA", "SELECT"].includes(target.tagName);
}

/** Moves the focus to the next or previous row of the lists on the page (`data-row`). */
export function moveRow(step: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>("[data-row]")];
  const at = rows.findIndex((row) => row === document.activeElement);
  const next = at === -1 ? (step === 1 ? 0 : rows.length - 1) : at + step;
  rows[Math.min(Math.max(next, 0), rows.length - 1)]?.focus();
}

/**
 * What the keys do: a command that gives `false` leaves its key to the browser. A command that is missing is not
 * there for whoever is signed in.
 */
export type KeyCommands = Readonly<
  Partial<Record<KeyId, (event: KeyboardEvent) => boolean | undefined | void>>
>;

/**
 * The keys that work everywhere. A plain one is a command only while nobody writes and no panel is open, which is a
 * place to write in; all of them can be turned off (WCAG 2.1.4) in the map of the keys. In a dialog there are none.
 */
export function useKeys(commands: KeyCommands, plain: boolean): void {
  useEffect(() => {
    const writing = stillWriting();
    const heard = (event: KeyboardEvent): void => {
      const { key, ctrlKey, metaKey, altKey, target, timeStamp: at } = event;
      const held = ctrlKey || metaKey || altKey;
      writing.heard({ key, held, inText: isWriting(target), at });
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const letters = isWriting(event.target) || isPanelShown() || writing.goesOn(event.timeStamp);
      const id = commandOf(event, !plain || letters);
      const command = id === undefined ? undefined : commands[id];
      if (command === undefined || document.querySelector("dialog:modal") !== null) return;
      if (command(event) !== false) event.preventDefault();
    };
    // On its way down: a text of a form keeps its letters from the rest of the page.
    window.addEventListener("keydown", heard, true);
    window.addEventListener("pointerdown", writing.left, true);
    document.addEventListener("keydown", onKey);
    return () => {
      window.removeEventListener("keydown", heard, true);
      window.removeEventListener("pointerdown", writing.left, true);
      document.removeEventListener("keydown", onKey);
    };
  }, [commands, plain]);
}

/** Also one that has been asked for and is on its way. */
function isPanelShown(): boolean {
  return isPanelOpen() || shownPanel.get() !== undefined;
}
