import { useEffect } from "react";
import { commandOf, isHeld, type KeyId, keyTable } from "./key-table.ts";

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
 * The keys that work everywhere. Plain ones can be turned off (WCAG 2.1.4) in the map that `?` shows.
 */
export function useKeys(commands: KeyCommands, plain: boolean): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const id = commandOf(event, isWriting(event.target));
      const command = id === undefined ? undefined : commands[id];
      if (id === undefined || command === undefined) return;
      if (!plain && id !== "map" && !keyTable[id].every(isHeld)) return;
      if (command(event) !== false) event.preventDefault();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [commands, plain]);
}
