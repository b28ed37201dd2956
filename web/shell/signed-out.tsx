import { useQueryClient } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { type Me, meQuery } from "../api/queries.ts";
import { signedOutState } from "../api/signed-out.ts";
import { saveOpenDrafts } from "../drafts/open-drafts.ts";
import { shellText } from "../text/shell.ts";
import { useText } from "../text/text.ts";
import { SignInForm } from "./sign-in-form.tsx";

/** When the session ends under an open page: sign in again here, and what was being written stays. */
export function SignedOut() {
  const t = useText(shellText);
  const client = useQueryClient();
  const out = useSyncExternalStore(signedOutState.subscribe, signedOutState.get);
  if (out === undefined) return null;
  async function again(me: Me): Promise<void> {
    const before = client.getQueryData(meQuery.queryKey);
    if (before !== undefined && before.staff !== me.staff) {
      // Somebody else: nothing of the former user's may stay on the page.
      location.assign("/");
      return;
    }
    signedOutState.set(undefined);
    void saveOpenDrafts();
    await client.invalidateQueries();
  }
  return (
    <section className="signed-out no-print" role="alertdialog" aria-labelledby="signed-out-title">
      <h2 id="signed-out-title">{t(out === "idle" ? "lockedTitle" : "signedOutTitle")}</h2>
      <p>{t(out === "idle" ? "locked" : "signedOut")}</p>
      <SignInForm onSignedIn={(me) => void again(me)} />
    </section>
  );
}
