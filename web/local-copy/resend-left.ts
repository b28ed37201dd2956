import { call, RefusedError } from "../api/client.ts";
import { endpoints } from "../api/endpoints.ts";
import type { LocalCopies } from "./local-copies.ts";
import { recovered } from "./recovered.ts";
import { type LeftCopy, UNSENT } from "./types.ts";

const notSignedIn = 401;

/**
 * Sends what was left unsaved by a browser that died, for drafts that no open form has taken over. A change
 * the server had already counts once. Where the draft is gone the text is told instead, and kept until it
 * has been read; words of a form that no draft keeps are given back to it, and told too. Gives whether there is
 * nothing more to try.
 */
export async function resendLeft(
  copies: LocalCopies,
  giveBack: (unsent: LeftCopy) => void,
): Promise<boolean> {
  for (const copy of await copies.left()) {
    if (recovered.get().left.some((text) => text.key === copy.key)) continue;
    if (copy.draft.target.document === UNSENT) {
      giveBack(copy);
      tell(copy, true);
      continue;
    }
    try {
      await send(copy);
      await copies.erase([copy.key]);
      const { saved, left } = recovered.get();
      recovered.set({ saved: saved + 1, left });
    } catch (error) {
      if (!isFinal(error)) return false;
      tell(copy, false);
    }
  }
  return true;
}

function tell(copy: LeftCopy, unsent: boolean): void {
  const { saved, left } = recovered.get();
  recovered.set({ saved, left: [...left, { key: copy.key, texts: textsOf(copy), unsent }] });
}

async function send({ draft }: LeftCopy): Promise<void> {
  const { fresh: _fresh, ...target } = draft.target;
  const { opened, begun } = draft;
  const one =
    opened === undefined
      ? await call(endpoints.openDraft, { body: target })
      : { draft: opened, begun };
  const which = one.begun === undefined ? {} : { begun: one.begun };
  const changes = draft.changes.map((change) => ({ ...change }));
  await call(endpoints.saveDraft, { body: { draft: one.draft, ...which, changes } });
}

/** The server has said no to it, and will again. */
function isFinal(error: unknown): boolean {
  return error instanceof RefusedError && error.status !== notSignedIn && error.storedNothing;
}

/** The words of a copy: the latest of each field, and only what somebody has written. */
function textsOf({ draft }: LeftCopy): readonly string[] {
  const latest = new Map(draft.changes.map(({ path, value }) => [path, value]));
  return [...latest]
    .filter(([path]) => !path.endsWith("/order"))
    .flatMap(([, value]) => (typeof value === "string" && value.includes(" ") ? [value] : []));
}
