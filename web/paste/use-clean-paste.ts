import { useEffect } from "react";
import { cleanText } from "./clean-text.ts";
import { htmlToText } from "./html-to-text.ts";
import { joinLines } from "./join-lines.ts";

/** Has more to it than words in a row. */
const structured = /<(?:p|li|tr|h[1-6]|div|br)\b/iu;

/**
 * What is pasted in a text keeps its words, paragraphs, lists and tables and loses the rest. The browser's own undo
 * takes it back, as it does what is typed.
 */
export function useCleanPaste(): void {
  useEffect(() => {
    const paste = (event: ClipboardEvent): void => {
      const { target, clipboardData } = event;
      if (!(target instanceof HTMLTextAreaElement) || clipboardData === null) return;
      const plain = clipboardData.getData("text/plain");
      const html = clipboardData.getData("text/html");
      const text = structured.test(html) ? fromHtml(html) : joinLines(cleanText(plain));
      if (text === "" || text === plain) return;
      event.preventDefault();
      // The only way to insert that undo knows of; every browser has it.
      document.execCommand("insertText", false, text);
    };
    document.addEventListener("paste", paste);
    return () => document.removeEventListener("paste", paste);
  }, []);
}

/** Read as a document of its own, in which nothing is loaded and nothing runs. */
function fromHtml(html: string): string {
  return htmlToText(new DOMParser().parseFromString(html, "text/html").body);
}
