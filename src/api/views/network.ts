import { network } from "../../contract/views/network.ts";
import { parentKinds } from "../../domain/person/network.ts";
import { problem } from "../../kernel/problem.ts";
import { fail, ok } from "../../kernel/result.ts";
import { logView } from "../../store/access-log.ts";
import { inTenant } from "../../store/in-tenant.ts";
import { readChronology } from "../../store/views/chronology-page.ts";
import { findBriefs } from "../../store/views/person-brief.ts";
import { readAkt } from "../../store/views/read-akt.ts";
import { readNetwork } from "../../store/views/read-network.ts";
import { accessEntry } from "../http/denied.ts";
import { handle, type RequestContext } from "../http/handler.ts";
import { uuidOf } from "../http/ids.ts";
import { hiddenPersons } from "./hidden-persons.ts";
import { personLabel, wordsOf } from "./labels.ts";
import { openAkt } from "./open-akt.ts";
import { contactsOf, workersOf } from "./professionals.ts";

const MOST_ALLOCATIONS = 200;
const KIND = "relation.";

export const networkHandler = handle(network, async (ctx, { params }) => {
  const akt = uuidOf(params.akt);
  return inTenant(ctx.app.store.pools.app, ctx.tenant, async (tx) => {
    const [opened, view, allocations] = await Promise.all([
      openAkt(tx, ctx, network, akt),
      readAkt(tx, akt, ctx.today),
      readChronology(tx, akt, { limit: MOST_ALLOCATIONS, only: { types: ["matter.assigned"] } }),
    ]);
    if ("problem" in opened) return fail(opened.problem);
    if (view === undefined) return fail(problem("akt.not-found", { status: 404 }));
    const { facts, reading } = opened;
    const relations = await readNetwork(tx, facts.person, parentKinds);
    const around = [facts.person, ...relations.flatMap(({ person, other }) => [person, other])];
    const briefs = await findBriefs(tx, around);
    // Whoever opens the akt sees its child; of the others with protected data only those one works with.
    const hidden = new Set(await hiddenPersons(tx, ctx, briefs.values()));
    hidden.delete(facts.person);
    const shown = [...briefs.values()].filter(({ person }) => !hidden.has(person));
    const persons = shown.map(({ person }) => person);
    logView(tx, accessEntry(ctx, network, { akt, persons }), ctx.now);
    const labels = shown.map((brief) => personLabel(ctx, brief));
    const child = labels.find(({ person }) => person === facts.person);
    if (child === undefined) throw new Error("The child of the akt has no label");
    const { pack } = ctx.app.store.packs.current(ctx.tenant);
    return ok({
      akt,
      today: ctx.today,
      child,
      persons: labels.filter(({ person }) => person !== facts.person),
      relations: relations
        .filter(({ person, other }) => !hidden.has(person) && !hidden.has(other))
        .map((each) => ({ ...each, kind: wordsOf(ctx, `${KIND}${each.kind}`) }))
        .map((each) => ({ ...each, kind: { ...each.kind, id: each.kind.id.slice(KIND.length) } })),
      professionals: [
        ...workersOf(ctx, view.state, reading.matters, allocations.lines),
        ...contactsOf(ctx, view.child, pack, reading.classes),
      ],
      hidden: hidden.size,
      kinds: relationKinds(ctx),
    });
  });
});

/** Every kind of relation the program has words for. */
function relationKinds(ctx: RequestContext) {
  return Object.entries(ctx.app.words.labels).flatMap(([id, { sv, en }]) =>
    id.startsWith(KIND) ? [{ id: id.slice(KIND.length), sv, en }] : [],
  );
}
