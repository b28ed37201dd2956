import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { call, NoContactError } from "../api/client.ts";
import { endpoints } from "../api/endpoints.ts";
import { told } from "../api/told.ts";
import { keptWords } from "../drafts/kept-words.ts";
import { forgetLingering, saveOpenDrafts } from "../drafts/open-drafts.ts";
import { localCopies } from "../local-copy/local-copies.ts";
import { forgetRecovered } from "../local-copy/recovered.ts";
import { begunPhrase } from "../phrases/begun-phrase.ts";
import { openFiles } from "./open-files.ts";

/** Where signing out stands: text that is not saved is never thrown away without asking. */
export type SigningOut = "in" | "saving" | "unsaved" | "unsent" | "no-contact";

export function useSignOut(): {
  readonly state: SigningOut;
  readonly signOut: (throwsAway: boolean) => Promise<void>;
  readonly stay: () => void;
} {
  const [state, setState] = useState<SigningOut>("in");
  const client = useQueryClient();
  const navigate = useNavigate();
  async function signOut(throwsAway: boolean): Promise<void> {
    setState("saving");
    if (!throwsAway && !(await saveOpenDrafts())) {
      setState("unsaved");
      return;
    }
    if (!throwsAway && keptWords.any()) {
      setState("unsent");
      return;
    }
    let provider: string | null = null;
    try {
      ({ provider } = await call(endpoints.signOut, { body: {} }));
    } catch (error) {
      // Over already is as good; without contact the server still takes this browser for the user.
      if (error instanceof NoContactError) {
        setState("no-contact");
        return;
      }
    }
    await localCopies.end();
    forgetLingering();
    keptWords.clear();
    begunPhrase.set(undefined);
    forgetRecovered();
    openFiles.clear();
    told.clear();
    client.clear();
    // Or whoever comes next gets in here as somebody who is still signed in there.
    if (provider === null) await navigate({ to: "/sign-in" });
    else location.assign(provider);
  }
  return { state, signOut, stay: () => setState("in") };
}
