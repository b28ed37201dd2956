import { useEffect } from "react";
import { call } from "../api/client.ts";
import { endpoints } from "../api/endpoints.ts";
import { keptWords } from "../drafts/kept-words.ts";
import { saveOpenDrafts } from "../drafts/open-drafts.ts";
import { retryAfter } from "../drafts/retry.ts";
import { localCopies } from "./local-copies.ts";
import { resendLeft } from "./resend-left.ts";

/** Time for the forms of the page to take over what is theirs. */
const formsFirstMs = 2000;

/** Keeps sealed copies while somebody is signed in, and sends what an earlier browser left. */
export function useLocalCopies(staff: string): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let over = false;
    let failures = 0;
    const again = (): void => {
      failures += 1;
      timer = setTimeout(() => void resend(), retryAfter(failures, Math.random()));
    };
    async function resend(): Promise<void> {
      if (over) return;
      const done = await resendLeft(localCopies, keptWords.recover).catch(() => false);
      if (!done && !over) again();
    }
    async function begin(): Promise<void> {
      try {
        const key = await call(endpoints.readCopyKey);
        if (over) return;
        await localCopies.begin(key);
        timer = setTimeout(() => void resend(), formsFirstMs);
      } catch {
        failures += 1;
        if (!over) timer = setTimeout(() => void begin(), retryAfter(failures, Math.random()));
      }
    }
    void begin();
    const online = (): void => void saveOpenDrafts();
    window.addEventListener("online", online);
    return () => {
      over = true;
      clearTimeout(timer);
      window.removeEventListener("online", online);
    };
  }, [staff]);
}
