import { findPersonFacts, mayWithPerson } from "../../access/person-reach.ts";
import { readProtection } from "../../contract/persons/read-protection.ts";
import {
  datedFieldOn,
  isProtectedOn,
  personFieldOn,
  type PersonState,
} from "../../domain/person/person-state.ts";
import { protectionReview } from "../../domain/person/protection-review.ts";
import { codesOf, textOf } from "../../domain/read.ts";
import type { AnswerValue } from "../../domain/event.ts";
import { parseUuid, type Uuid } from "../../kernel/ids.ts";
import { parsePlainDate } from "../../kernel/plain-date.ts";
import { problem } from "../../kernel/problem.ts";
import { fail, ok } from "../../kernel/result.ts";
import { findCode } from "../../spec/lookup.ts";
import { logView } from "../../store/access-log.ts";
import { findBriefs } from "../../store/views/person-brief.ts";
import { readPerson } from "../../store/views/read-person.ts";
import {
  findProtectedThrough,
  listTiedStaff,
  type TiedStaff,
} from "../../store/views/read-protection.ts";
import { accessEntry, denied } from "../http/denied.ts";
import { handleInTx, type RequestContext } from "../http/handler.ts";
import { uuidOf } from "../http/ids.ts";
import { personLabel, staffName } from "../views/labels.ts";
import { hiddenPersons } from "../views/hidden-persons.ts";

const LEVEL = "protectionLevel";
const WORKER = { sv: "har ärendet", en: "has the matter" };
const MANAGER = {
  sv: "chef för enheten som har ärendet",
  en: "manager of the unit that has the matter",
};

/** What says that somebody has a new identity is told to nobody, not even those who work with the person. */
const NEW_IDENTITY: ReadonlySet<string> = new Set(["fictitious", "new-identity"]);
const TOLD_INSTEAD = "protected-registration";

/** Only for those who work with the person: how somebody is protected is protected too. */
export const readProtectionHandler = handleInTx(readProtection, async (ctx, { params }, tx) => {
  const person = uuidOf(params.person);
  const [facts, view, through, tied] = await Promise.all([
    findPersonFacts(tx, [person]),
    readPerson(tx, person),
    findProtectedThrough(tx, person),
    listTiedStaff(tx, person),
  ]);
  const own = facts.get(person);
  if (own === undefined || view === undefined) {
    return fail(problem("person.not-found", { status: 404 }));
  }
  const { state } = view;
  const hiddenFrom = idsOf(state, "contactHiddenFrom", ctx);
  const others = [...hiddenFrom, ...(through === undefined ? [] : [through])];
  const entry = accessEntry(ctx, readProtection, { persons: [person, ...others] });
  const verdict = mayWithPerson(ctx.actor, readProtection.action, readProtection.purpose, own);
  if ("deny" in verdict) return fail(await denied(tx, ctx, entry, verdict.deny));
  const briefs = await findBriefs(tx, [person, ...others]);
  const hidden = await hiddenPersons(tx, ctx, briefs.values());
  logView(tx, entry, ctx.now);
  const label = (id: Uuid) => {
    const brief = briefs.get(id);
    return brief === undefined ? [] : [personLabel(ctx, brief, !hidden.has(id))];
  };
  const [shown] = label(person);
  if (shown === undefined) throw new Error("A person has no row");
  const named = idsOf(state, "protectionStaff", ctx);
  return ok({
    label: shown,
    own: ownOf(ctx, state),
    earlier: earlierOf(ctx, state),
    through: through === undefined ? null : (label(through)[0] ?? null),
    named: named.map((staff) => ({ staff, name: staffName(ctx, staff) })),
    others: othersOf(ctx, tied, named),
    hiddenFrom: hiddenFrom.flatMap(label),
    staff: [...ctx.organisation.staff.values()]
      .filter(({ role }) => mayBeNamed.has(role))
      .map(({ staff, name }) => ({ staff, name })),
  });
});

/** Whose work may be with a child by name; bodies and those without content are never among them. */
const mayBeNamed: ReadonlySet<string> = new Set([
  "caseworker",
  "first-social-worker",
  "assistant",
  "reception",
  "unit-manager",
]);

function idsOf(state: PersonState, field: string, { today }: RequestContext): readonly Uuid[] {
  return codesOf(personFieldOn(state, field, today)).flatMap((id) => parseUuid(id) ?? []);
}

function ownOf(ctx: RequestContext, state: PersonState) {
  const { today } = ctx;
  const dated = datedFieldOn(state, LEVEL, today);
  const review = protectionReview(state, today);
  if (dated === undefined || review === undefined || !isProtectedOn(state, today)) return null;
  const code = (codelist: string, field: string) =>
    wordsOf(ctx, codelist, textOf(personFieldOn(state, field, today)));
  const isNew = NEW_IDENTITY.has(textOf(dated.value) ?? "");
  const decidedOn = parsePlainDate(
    textOf(personFieldOn(state, "protectionDecidedOn", today)) ?? "",
  );
  return {
    level: levelOf(ctx, dated.value),
    provision: code("protection-provision", "protectionProvision"),
    authority: isNew ? null : code("protection-authority", "protectionAuthority"),
    decidedOn: decidedOn ?? null,
    validFrom: dated.validFrom,
    until: review.until ?? null,
    setBy: dated.by === undefined ? null : staffName(ctx, dated.by),
    setOn: dated.recordedOn ?? null,
    review: { dueOn: review.dueOn, from: review.from, late: review.dueOn < today },
  };
}

/** Every level there has been, the latest first: none ends by itself because another begins. */
function earlierOf(ctx: RequestContext, state: PersonState) {
  const now = datedFieldOn(state, LEVEL, ctx.today);
  return (state.fields[LEVEL] ?? [])
    .filter((dated) => dated !== now)
    .toReversed()
    .map(({ value, validFrom, by }) => ({
      level: levelOf(ctx, value),
      validFrom,
      setBy: by === undefined ? null : staffName(ctx, by),
    }));
}

function levelOf(ctx: RequestContext, value: AnswerValue) {
  const code = textOf(value) ?? "";
  const told = NEW_IDENTITY.has(code) ? TOLD_INSTEAD : code;
  return wordsOf(ctx, "protection-level", told) ?? { sv: "", en: "" };
}

function wordsOf(ctx: RequestContext, codelist: string, code: string | undefined) {
  const { pack } = ctx.app.store.packs.current(ctx.tenant);
  const label =
    code === undefined || NEW_IDENTITY.has(code)
      ? undefined
      : findCode(pack, codelist, code)?.label;
  return label === undefined ? null : { sv: label.sv, en: label.en };
}

function othersOf(ctx: RequestContext, tied: readonly TiedStaff[], named: readonly Uuid[]) {
  const { staff } = ctx.organisation;
  const workers = new Set(tied.flatMap(({ worker, coWorker }) => [worker, coWorker]));
  const units = new Set(tied.flatMap(({ unit }) => unit ?? []));
  const managers = [...staff.values()].filter(
    ({ role, unit }) => role === "unit-manager" && unit !== undefined && units.has(unit),
  );
  const ofMatter =
    named.length > 0 ? [] : [...staff.values()].filter((one) => workers.has(one.staff));
  return [
    ...ofMatter.map(({ name }) => ({ name, tie: WORKER })),
    ...managers.map(({ name }) => ({ name, tie: MANAGER })),
  ];
}
