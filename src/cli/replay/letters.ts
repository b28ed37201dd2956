import { possibleLetters } from "../../domain/letters/possible-letters.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { stockholmDate } from "../../kernel/instant.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import { previewLetter } from "../../print/letters/make-letter.ts";
import { decideContext } from "../../store/commands/context.ts";
import { loadFamilyOfAkt } from "../../store/commands/load-akt.ts";
import { boardTime, loadOrganisation } from "../../store/commands/organisation.ts";
import { inTenant } from "../../store/in-tenant.ts";
import { readStreamState } from "../../store/log/stream-state.ts";
import { aktFold } from "../../store/log/streams.ts";
import { accessOf, type World } from "./world.ts";

/** What a letter to somebody would have said on a day. */
export interface KnownLetter {
  readonly person: Uuid;
  readonly letter: string;
  readonly on: PlainDate;
  readonly text: string;
}

/** Where letters are made: one matter, as somebody of the staff. */
interface LetterPlace {
  readonly akt: Uuid;
  readonly matter: Uuid;
  readonly actor: Uuid;
}

/** Events after which letters say something else than before. */
export const tellingKinds: ReadonlySet<string> = new Set([
  "investigation.opened",
  "communicated",
  "decision.made",
  "protection.set",
]);

/** Every letter that could be made to some persons in a matter now, with what it says. Nothing is sent. */
export async function lettersTo(
  world: World,
  place: LetterPlace,
  persons: readonly Uuid[],
): Promise<readonly KnownLetter[]> {
  const possible = await possibleNow(world, place);
  const on = stockholmDate(world.clock.now());
  const found: KnownLetter[] = [];
  for (const { letter, ids, recipients } of possible) {
    for (const { audience, person } of recipients) {
      if (person === undefined || !persons.includes(person)) continue;
      const preview = await previewLetter(world.store, world.tenant, {
        ...place,
        ids,
        data: { letter: letter.id, recipient: audience.role, to: [person], way: "post" },
        access: accessOf(place.actor, "letters.preview-letter"),
      });
      if (!preview.ok) continue;
      found.push({ person, letter: letter.id, on, text: JSON.stringify(preview.value.model) });
    }
  }
  return found;
}

function possibleNow(world: World, { akt, matter, actor }: LetterPlace) {
  const { store, pools, tenant } = world;
  return inTenant(pools.app, tenant, async (tx) => {
    const head = await readStreamState(tx, aktFold, akt);
    const family = await loadFamilyOfAkt(tx, akt);
    if (head === undefined || family === undefined) return [];
    const organisation = await loadOrganisation(store, tx);
    const pack = store.packs.current(tenant, matter);
    const time = boardTime(store, organisation.board);
    const ctx = decideContext(store, organisation, { actor, family, pack }, time);
    return ctx.ok ? possibleLetters(head.state, matter, ctx.value) : [];
  });
}
