import { useEffect } from "react";
import { PAGE_ASKS_MINUTES, PAGE_IDLE_MINUTES } from "../../src/contract/session/session-times.ts";
import { call } from "../api/client.ts";
import { endpoints } from "../api/endpoints.ts";
import { signedOutState } from "../api/signed-out.ts";
import { saveOpenDrafts } from "../drafts/open-drafts.ts";

const minute = 60_000;
/** As long as a screen may stand unattended. */
const idleMs = PAGE_IDLE_MINUTES * minute;
const lookEveryMs = 10_000;
const signs = ["pointerdown", "keydown", "wheel", "touchstart"] as const;

/**
 * Locks the page when nobody has touched it, in any tab, for a quarter of an hour: what is typed is saved, the
 * sign-in ends, and nothing is shown until the same person has signed in again.
 */
export function useIdleLock(): void {
  useEffect(() => {
    let last = Date.now();
    let told = 0;
    let asked = last;
    const others = new BroadcastChannel("somebody is here");
    others.onmessage = () => (last = Date.now());
    const here = (): void => {
      last = Date.now();
      if (last - told < lookEveryMs) return;
      told = last;
      others.postMessage("");
    };
    /** Whoever reads or types for long without asking anything stays signed in, and learns if that is over. */
    const ask = (): void => {
      if (told <= asked || Date.now() - asked < PAGE_ASKS_MINUTES * minute) return;
      asked = Date.now();
      call(endpoints.readMe, {}).catch(() => undefined);
    };
    const look = (): void => {
      // A clock set back must not keep the page open.
      if (Date.now() < last) last = Date.now();
      if (signedOutState.get() !== undefined) return;
      if (Date.now() - last < idleMs) {
        ask();
        return;
      }
      signedOutState.set("idle");
      void saveOpenDrafts()
        .then(() => call(endpoints.signOut, { body: {} }))
        .catch(() => undefined);
    };
    for (const sign of signs) window.addEventListener(sign, here, { capture: true, passive: true });
    const timer = setInterval(look, lookEveryMs);
    // A device that slept, or a window that comes forth again.
    document.addEventListener("visibilitychange", look);
    return () => {
      for (const sign of signs) window.removeEventListener(sign, here, { capture: true });
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
      others.close();
    };
  }, []);
}
