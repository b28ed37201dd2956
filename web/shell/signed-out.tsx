import { useQueryClient } from "@tanstack/react-query";
import { useLayoutEffect, useRef, useSyncExternalStore } from "react";
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
    <SignedOutBox
      title={t(out === "idle" ? "lockedTitle" : "signedOutTitle")}
      words={t(out === "idle" ? "locked" : "signedOut")}
      onSignedIn={(me) => void again(me)}
    />
  );
}

/** Takes the focus while the page is put away, and gives it back to where it was. */
function SignedOutBox({
  title,
  words,
  onSignedIn,
}: {
  readonly title: string;
  readonly words: string;
  readonly onSignedIn: (me: Me) => void;
}) {
  const box = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const place = document.activeElement;
    box.current?.focus();
    return () => {
      // The page is shown again in the same breath; what is hidden takes no focus.
      queueMicrotask(() => {
        if (place instanceof HTMLElement && place.isConnected) place.focus();
      });
    };
  }, []);
  return (
    <main className="signed-out no-print">
      <section
        role="alertdialog"
        aria-labelledby="signed-out-title"
        aria-describedby="signed-out-words"
        ref={box}
        tabIndex={-1}
      >
        <h1 id="signed-out-title">{title}</h1>
        <p id="signed-out-words">{words}</p>
        <SignInForm onSignedIn={onSignedIn} again />
      </section>
    </main>
  );
}
