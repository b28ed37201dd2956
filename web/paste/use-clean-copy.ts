import { useEffect } from "react";
import { htmlToText } from "./html-to-text.ts";

/** What the page says to whoever works with it: no part of what is written there. */
const interfaceWords = [
  "button",
  "kbd",
  "nav",
  "[aria-hidden=true]",
  "[role=toolbar]",
  "[role=status]",
  ".visually-hidden",
  ".no-print",
  ".save-bar",
  ".field-help",
  ".field-demand",
  ".field-problem",
  ".writing-here",
].join(", ");

/**
 * What is copied from the page is its words with their lines, lists and tables, without those of buttons and help;
 * of a form also what is written and chosen in it. Within a text the browser copies as always.
 */
export function useCleanCopy(): void {
  useEffect(() => {
    const copy = (event: ClipboardEvent): void => {
      const selection = document.getSelection();
      if (selection === null || selection.isCollapsed || event.clipboardData === null) return;
      if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) {
        return;
      }
      const holder = document.createElement("div");
      for (let at = 0; at < selection.rangeCount; at += 1) {
        holder.append(selection.getRangeAt(at).cloneContents());
      }
      const text = copiedText(holder);
      // A button's own words, when nothing else is selected, are what somebody wants.
      if (text === "") return;
      event.clipboardData.setData("text/plain", text);
      event.preventDefault();
    };
    document.addEventListener("copy", copy);
    return () => document.removeEventListener("copy", copy);
  }, []);
}

/** The words of a copied part of the page, which is changed on the way. */
export function copiedText(part: HTMLElement): string {
  for (const choice of part.querySelectorAll("label.choice, .choices label")) {
    if (choice.querySelector("input:checked") === null) choice.remove();
    else choice.replaceWith(line(choice.textContent));
  }
  for (const field of part.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
    "textarea, input",
  )) {
    field.replaceWith(...field.value.split("\n").map(line));
  }
  for (const word of part.querySelectorAll(`select, ${interfaceWords}`)) word.remove();
  return htmlToText(part);
}

function line(text: string): HTMLElement {
  const element = document.createElement("div");
  element.textContent = text;
  return element;
}
