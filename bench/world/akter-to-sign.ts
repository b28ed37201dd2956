import type { Uuid } from "../../src/kernel/ids.ts";
import type { AnswerItem, Answers } from "../../src/domain/event.ts";
import { itemsOf } from "../../src/domain/read.ts";
import { canonicalJson } from "../../src/kernel/canonical-json.ts";
import type { Tx } from "../../src/store/in-tenant.ts";
import { inTenant } from "../../src/store/in-tenant.ts";
import { openDraft } from "../../src/store/drafts/open-draft.ts";
import { basisContent, CODED_VALUES, measureOf, WORDS } from "./basis-content.ts";
import { daysAgo, moment, valueOf, type BenchWorld } from "./bench-world.ts";
import {
  investigateCommands,
  newFamily,
  receiveCommand,
  registerCommands,
  type Place,
} from "./families.ts";

/** A decision basis that is written and only has to be signed. */
export interface ToSign extends Place {
  readonly draft: Uuid;
  readonly document: Uuid;
}

const DOCUMENT = "decision-basis";
const AT_ONCE = 50;
const INVESTIGATED_FOR = 60;

/**
 * Makes akter with a running investigation and a finished draft of the decision basis, by the ordinary
 * commands. Their workers take turns.
 */
export async function prepareToSign(world: BenchWorld, count: number): Promise<readonly ToSign[]> {
  const made: ToSign[] = [];
  while (made.length < count) {
    const places = await investigations(world, Math.min(AT_ONCE, count - made.length));
    made.push(...(await writeDrafts(world, places)));
  }
  return made;
}

/** Akter with a running investigation each, begun some weeks ago. */
export async function investigations(
  world: BenchWorld,
  count: number,
  daysBefore = INVESTIGATED_FOR,
  member?: Place["member"],
): Promise<readonly Place[]> {
  const { store, workers } = world;
  const on = daysAgo(daysBefore);
  const families = Array.from({ length: count }, () => newFamily(world));
  await world.batch(
    families.flatMap((family) => registerCommands(world, family, daysAgo(4000), on)),
  );
  const ids = families.map(() => ({ report: store.ids.next(), matter: store.ids.next() }));
  const answers = await world.batch(
    families.map((family, at) => receiveCommand(world, family, ids[at] ?? fail(), on)),
  );
  const places = answers.map((answer, at): Place => {
    const [child] = "children" in answer ? answer.children : [];
    const turn = workers[at % workers.length];
    if (child === undefined || turn === undefined) return fail();
    return { ...child, family: families[at] ?? fail(), member: member ?? turn };
  });
  await world.batch(places.flatMap((place) => investigateCommands(world, place, on)));
  return places;
}

function fail(): never {
  throw new Error("The preparation lost an akt");
}

/** Writes a finished decision basis as the draft of each akt. */
export async function writeDrafts(
  world: BenchWorld,
  places: readonly Place[],
): Promise<readonly ToSign[]> {
  const { store, tenant } = world;
  return inTenant(store.pools.app, tenant, async (tx) => {
    const drafts: ToSign[] = [];
    for (const place of places) drafts.push(await writeDraft(world, tx, place));
    return drafts;
  });
}

async function writeDraft(world: BenchWorld, tx: Tx, place: Place): Promise<ToSign> {
  const { store, tenant, random } = world;
  const draft = store.ids.next();
  const { akt, matter, member } = place;
  const pack = store.packs.current(tenant);
  const at = moment(daysAgo(1), "10:00");
  const content = basisContent(random, store.ids, place.family.guardian);
  const size = measureOf(pack.pack, DOCUMENT, content);
  if (size.coded !== CODED_VALUES || size.words !== WORDS) {
    throw new Error(`The document has ${size.coded} coded values and ${size.words} words`);
  }
  valueOf(
    await openDraft(tx, {
      draft,
      document: DOCUMENT,
      akt,
      matter,
      specDigest: pack.digest,
      by: member.staff,
      at,
    }),
  );
  await insertFields(tx, draft, content, member.staff, at, () => store.ids.next());
  return { ...place, draft, document: store.ids.next() };
}

/** One row a field, as saving them one by one leaves them; in one statement, for speed. */
async function insertFields(
  tx: Tx,
  draft: Uuid,
  content: Answers,
  by: Uuid,
  at: string,
  newId: () => Uuid,
): Promise<void> {
  const fields = fieldsOf(content);
  await tx.run(
    {
      text: `insert into draft_field
        (tenant, draft, path, rev, value, others, change_ids, changed_by, changed_at)
        select $1, $2, path, 1, value, '{}', array[change_id], $5, $6
        from unnest($3::text[], $4::text[], $7::uuid[]) as f (path, value, change_id)`,
    },
    [
      tx.tenant,
      draft,
      fields.map(([path]) => path),
      fields.map(([, value]) => canonicalJson(value)),
      by,
      at,
      fields.map(newId),
    ],
  );
}

/** The content of a document as the fields of its draft, each with its path. */
export function fieldsOf(content: Answers): (readonly [string, Answers[string]])[] {
  return Object.entries(content).flatMap(([field, value]) => {
    const items = itemsOf(value);
    if (items.length === 0) return [[field, value] as const];
    return items.flatMap((item, index) => itemFields(field, item, index));
  });
}

function itemFields(list: string, item: AnswerItem, index: number) {
  const order = [`${list}/${item.id}/order`, `a${String(index).padStart(4, "0")}`] as const;
  const fields = Object.entries(item)
    .filter(([name]) => name !== "id")
    .map(([name, value]) => [`${list}/${item.id}/${name}`, value] as const);
  return [order, ...fields];
}
