import {
  listDisclosures,
  makeDisclosureCopy,
  readMaterial,
} from "../../contract/disclosure/disclosure-routes.ts";
import type { AktState } from "../../domain/akt-state.ts";
import type { DisclosureState } from "../../domain/disclosure/disclosure-state.ts";
import { textOf } from "../../domain/read.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { problem } from "../../kernel/problem.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { DisclosureRecord } from "../../print/disclosure/disclosure-record.ts";
import { examine, withheldIn } from "../../print/disclosure/examine.ts";
import { makeDisclosure } from "../../print/disclosure/make-disclosure.ts";
import { readDisclosure } from "../../print/disclosure/read-disclosure.ts";
import { storedPrints } from "../../print/file-store.ts";
import { logView } from "../../store/access-log.ts";
import { inTenant, type Tx } from "../../store/in-tenant.ts";
import { findBriefs } from "../../store/views/person-brief.ts";
import { readAkt } from "../../store/views/read-akt.ts";
import { accessEntry } from "../http/denied.ts";
import { type AnswerOf, handle, type RequestContext } from "../http/handler.ts";
import { uuidOf } from "../http/ids.ts";
import { untoldMatters } from "../print/story-copy.ts";
import { hiddenPersons } from "../views/hidden-persons.ts";
import { personLabel } from "../views/labels.ts";
import { openAkt, type OpenedAkt } from "../views/open-akt.ts";
import { openPaper } from "../views/open-paper.ts";

type RequestShape = AnswerOf<typeof readMaterial>["request"];

/** Codes of `disclosure-kind` with something of its own to tell. */
const lawTextOf: Readonly<Record<string, string>> = {
  "gdpr-access": "disclosure.information",
  "party-insight": "disclosure.appeal-party",
};
const otherwise = "disclosure.appeal";

export const listDisclosuresHandler = handle(listDisclosures, async (ctx, { params }) => {
  const akt = uuidOf(params.akt);
  return inTenant(ctx.app.store.pools.app, ctx.tenant, async (tx) => {
    const opened = await openAkt(tx, ctx, listDisclosures, akt);
    if ("problem" in opened) return fail(opened.problem);
    const { person } = opened.facts;
    const view = await readAkt(tx, akt, ctx.today);
    const family = [person, ...(view?.guardians ?? []).map((one) => one.person)];
    const briefs = await findBriefs(tx, family);
    const brief = briefs.get(person);
    if (view === undefined || brief === undefined) {
      return fail(problem("akt.not-found", { status: 404 }));
    }
    const hidden = await hiddenPersons(tx, ctx, briefs.values());
    logView(tx, accessEntry(ctx, listDisclosures, { akt, persons: [person] }), ctx.now);
    const matters = Object.values(view.state.matters)
      .filter(({ matter }) => opened.reading.matters.has(matter))
      .toReversed();
    const requests = matters.flatMap(({ matter, disclosures = [] }) =>
      disclosures.map((asked) => shapeOf(matter, asked)),
    );
    return ok({
      today: ctx.today,
      child: personLabel(ctx, brief),
      matters: matters.map(({ matter, number }) => ({ matter, number: number ?? null })),
      persons: family
        .flatMap((id) => briefs.get(id) ?? [])
        .map((one) => ({
          id: one.person,
          label: personLabel(ctx, one, !hidden.has(one.person)).name,
        })),
      requests: requests.toSorted((a, b) => (a.on < b.on ? 1 : -1)),
    });
  });
});

export const readMaterialHandler = handle(readMaterial, async (ctx, { params }) => {
  const asked = { akt: uuidOf(params.akt), disclosure: uuidOf(params.disclosure) };
  return inTenant(ctx.app.store.pools.app, ctx.tenant, async (tx) => {
    const read = await readWithin(tx, ctx, readMaterial, asked);
    if (!read.ok) return read;
    const record = read.value;
    const { person } = record.child;
    const brief = (await findBriefs(tx, [person])).get(person);
    if (brief === undefined) throw new Error("The child of the akt has no label");
    const info = ctx.app.store.law.law.texts.get(lawTextOf[record.disclosure.kind] ?? otherwise);
    return ok({
      today: ctx.today,
      request: shapeOf(record.matter, record.disclosure),
      child: personLabel(ctx, brief),
      recipient: record.recipientName,
      isParty: record.isParty,
      wants: textOf(record.request["wants"]) ?? "",
      withheld: withheldOf(record),
      info: { sv: info?.sv ?? "", en: info?.en ?? "" },
      entries: examine(record).map(({ seq, on, title, author, original, parts }) => ({
        seq,
        on,
        title,
        author,
        original,
        parts: parts.map(({ id, label, text, closed, hints }) => ({
          id,
          label,
          text,
          closed: closed ?? null,
          hints: [...hints],
        })),
      })),
    });
  });
});

export const makeDisclosureCopyHandler = handle(makeDisclosureCopy, async (ctx, { body }) => {
  const asked = { akt: uuidOf(body.akt), disclosure: uuidOf(body.disclosure) };
  const { store, renderer } = ctx.app;
  const read = await inTenant(store.pools.app, ctx.tenant, (tx) =>
    readWithin(tx, ctx, makeDisclosureCopy, asked),
  );
  if (!read.ok) return read;
  const deps = { files: storedPrints(store), renderer };
  const made = await makeDisclosure(deps, ctx.tenant, read.value, ctx.staff.staff);
  if (!made.ok) return made;
  const { file, name, sha256 } = made.value;
  return ok({ file, name, sha256 });
});

/** What a request is about, within what whoever examines may read; the reading is written into the access log. */
async function readWithin(
  tx: Tx,
  ctx: RequestContext,
  route: typeof readMaterial | typeof makeDisclosureCopy,
  { akt, disclosure }: { readonly akt: Uuid; readonly disclosure: Uuid },
): Promise<Result<DisclosureRecord>> {
  const opened = await openPaper(tx, ctx, route, akt);
  if ("problem" in opened) return fail(opened.problem);
  const read = await readDisclosure(ctx.app.store, tx, {
    akt,
    disclosure,
    mayHave: (state, by) => within(opened, state, by),
  });
  if (!read.ok) return read;
  const { by } = read.value.disclosure;
  const persons = [...new Set([opened.facts.person, ...by])];
  logView(tx, accessEntry(ctx, route, { akt, persons }), ctx.now);
  // A request in a matter that is out of reach is none.
  return opened.reading.matters.has(read.value.matter)
    ? read
    : fail(problem("disclosure.not-found", { status: 404 }));
}

/** The matters that whoever examines reads, without those that a party is not to know of yet. */
function within({ reading }: OpenedAkt, state: AktState, by: Uuid | undefined): ReadonlySet<Uuid> {
  const untold = by === undefined ? new Set<Uuid>() : untoldMatters(state, by);
  return new Set([...reading.matters].filter((matter) => !untold.has(matter)));
}

function withheldOf({ decision }: DisclosureRecord): AnswerOf<typeof readMaterial>["withheld"] {
  if (decision === undefined) return [];
  return [...withheldIn(decision.answers)].flatMap(([entry, parts]) =>
    [...parts].map(([part, ground]) => ({ entry, part, ground })),
  );
}

function shapeOf(matter: Uuid, asked: DisclosureState): RequestShape {
  const { disclosure, on, kind, by, decided, handedOn } = asked;
  return {
    disclosure,
    matter,
    on,
    kind,
    by: [...by],
    outcome: decided?.outcome ?? null,
    decidedOn: decided?.on ?? null,
    handedOn: handedOn ?? null,
  };
}
