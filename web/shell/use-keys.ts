import { useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { paths } from "../paths.ts";
import { searchBoxId } from "./search-box.tsx";

/** Whether somebody is writing: then a key is a letter and no shortcut. */
export function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName);
}

/** Moves the focus to the next or previous row of the lists on the page (`data-row`). */
export function moveRow(step: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>("[data-row]")];
  const at = rows.findIndex((row) => row === document.activeElement);
  const next = at === -1 ? (step === 1 ? 0 : rows.length - 1) : at + step;
  rows[Math.min(Math.max(next, 0), rows.length - 1)]?.focus();
}

/** The keys that work everywhere. They can be turned off (WCAG 2.1.4) in the map that `?` shows. */
export function useKeys(on: boolean, showMap: () => void, newNote: () => void): void {
  const navigate = useNavigate();
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isWriting(event.target) || (!on && event.key !== "?")) return;
      const act = actions[event.key];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    const actions: Readonly<Record<string, () => void>> = {
      j: () => moveRow(1),
      k: () => moveRow(-1),
      "/": () => document.getElementById(searchBoxId)?.focus(),
      n: () => void navigate(paths.receive),
      a: newNote,
      "?": showMap,
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [navigate, on, showMap, newNote]);
}
