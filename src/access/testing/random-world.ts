import fc from "fast-check";
import { roles, type Role } from "../../domain/command.ts";
import type { UnitState } from "../../domain/unit/unit-state.ts";
import { uuidV7, type Uuid } from "../../kernel/ids.ts";
import { parsePlainDate, type PlainDate } from "../../kernel/plain-date.ts";
import type { AccessException } from "../../store/access-exceptions.ts";
import { actorOn } from "../actor.ts";
import type { MatterFacts } from "../policy.ts";
import type { Actor } from "../policy-types.ts";
import type { Days, Matter, World } from "./oracle.ts";

const id = (n: number): Uuid => uuidV7(n, new Uint8Array(10));
const units = [id(301), id(302), id(303)];
const akter = [id(401), id(402), id(403)];

function day(text: string): PlainDate {
  const found = parsePlainDate(text);
  if (found === undefined) throw new Error(text);
  return found;
}

const today = day("2026-03-04");
const yesterday = day("2026-03-03");
/** The days that matter: over yesterday, ends today, begins today, begins tomorrow, always. */
const anyDays: fc.Arbitrary<Days> = fc.constantFrom(
  { from: day("2026-02-01"), to: yesterday },
  { from: day("2026-02-01"), to: today },
  { from: today, to: day("2026-12-31") },
  { from: day("2026-03-05"), to: day("2026-12-31") },
  { from: day("2020-01-01"), to: day("2030-12-31") },
  { from: day("2020-01-01"), to: day("2030-12-31") },
);
/** Casework is drawn oftener: a world of bodies and analysts says little. */
const anyRole: fc.Arbitrary<Role> = fc.oneof(
  fc.constantFrom(...roles),
  fc.constantFrom<Role>(
    "caseworker",
    "assistant",
    "unit-manager",
    "first-social-worker",
    "provider",
  ),
);

/** A board with some people, matters and agreements, of which nothing fits together but by chance. */
export const anyWorld: fc.Arbitrary<World> = fc.integer({ min: 3, max: 5 }).chain((count) => {
  const ids = Array.from({ length: count }, (_, at) => id(at + 1));
  const anybody = fc.constantFrom(...ids);
  const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });
  const person = (who: Uuid) =>
    fc.record({
      id: fc.constant(who),
      role: anyRole,
      degree: fc.boolean(),
      unit: maybe(fc.constantFrom(...units)),
      employed: anyDays,
    });
  const matter = (n: number) =>
    fc.record({
      id: fc.constant(id(500 + n)),
      akt: fc.constantFrom(...akter),
      ours: fc.integer({ min: 0, max: 9 }).map((drawn) => drawn > 0),
      unit: maybe(fc.constantFrom(...units)),
      worker: maybe(anybody),
      helper: maybe(anybody),
      handedTo: maybe(fc.constantFrom(...units)),
      ended: fc.boolean(),
      hidden: fc.boolean(),
    });
  const matters = [1, 2, 3, 4].map(matter);
  return fc.record({
    today: fc.constant(today),
    synthetic: fc.boolean(),
    people: fc.tuple(...ids.map(person)),
    extraRoles: fc.array(
      fc.tuple(anybody, anyRole, anyDays).map(([who, role, days]) => ({ who, role, ...days })),
      { maxLength: 3 },
    ),
    away: fc.uniqueArray(
      fc
        .tuple(anybody, maybe(anybody), anyDays)
        .map(([who, instead, days]) => ({ who, instead, ...days })),
      { maxLength: 3, selector: ({ who }) => who },
    ),
    matters: fc.tuple(...matters).map(sameChildSameSecrecy),
    ...agreements(anybody),
  });
});

/** Who reads by name, who carries out a measure, and who is kept out. */
function agreements(anybody: fc.Arbitrary<Uuid>) {
  const anyMatter = fc.constantFrom(id(501), id(502), id(503), id(504));
  const last = fc.constantFrom(yesterday, today);
  const first = fc.constantFrom(yesterday, today, day("2026-03-05"));
  return {
    opened: fc.array(fc.record({ matter: anyMatter, to: anybody, last }), { maxLength: 3 }),
    engaged: fc.array(fc.record({ matter: anyMatter, who: anybody, first, last }), {
      maxLength: 3,
    }),
    keptOut: fc.array(fc.record({ akt: fc.constantFrom(...akter), who: anybody }), {
      maxLength: 2,
    }),
  };
}

/** Protection and board are the child's. */
function sameChildSameSecrecy(matters: readonly Matter[]): readonly Matter[] {
  return matters.map((matter) => {
    const first = matters.find(({ akt }) => akt === matter.akt) ?? matter;
    return { ...matter, hidden: first.hidden, ours: first.ours };
  });
}

/** Somebody of a world as the program reads them from organisation and exceptions; undefined without a role. */
export function actorIn(world: World, who: Uuid): Actor | undefined {
  const state = organisationOf(world);
  const member = state.staff.find(({ staff }) => staff === who);
  if (member === undefined) return undefined;
  const { today: on, synthetic } = world;
  return actorOn(state, member, { today: on, synthetic }, exceptionsFor(world, who))?.actor;
}

function organisationOf({ people, extraRoles, away }: World): UnitState {
  return {
    board: id(300),
    name: "",
    units: units.map((unit) => ({ unit, name: "" })),
    staff: people.map(({ id: staff, role, degree, unit, employed }) => ({
      staff,
      name: "",
      role,
      qualified: degree,
      ...employed,
      ...(unit === undefined ? {} : { unit }),
    })),
    absences: away.map(({ who, instead, from, to }, at) => ({
      absence: id(600 + at),
      staff: who,
      from,
      to,
      ...(instead === undefined ? {} : { substitute: instead }),
    })),
    duties: [],
    grants: extraRoles.map(({ who, role, from, to }, at) => ({
      grant: id(700 + at),
      staff: who,
      role,
      from,
      to,
    })),
  };
}

function exceptionsFor(world: World, who: Uuid): AccessException[] {
  const { matters, opened, engaged, keptOut } = world;
  const lent = opened
    .filter(({ to }) => to === who)
    .map(({ matter, last }) => ({
      kind: "lent" as const,
      akt: matters.find((each) => each.id === matter)?.akt ?? id(499),
      matter,
      since: null,
      until: last,
    }));
  const barred = keptOut
    .filter((bar) => bar.who === who)
    .map(({ akt }) => ({
      kind: "barred" as const,
      akt,
      matter: id(499),
      since: null,
      until: null,
    }));
  const performs = engaged
    .filter((each) => each.who === who)
    .map(({ matter, first, last }) => ({
      kind: "performs" as const,
      akt: matters.find((each) => each.id === matter)?.akt ?? id(499),
      matter,
      since: first,
      until: last,
    }));
  return [...lent, ...performs, ...barred];
}

/** A matter as the program reads it from its row. */
export function factsOf(matter: Matter): MatterFacts {
  const { akt, unit, worker, helper, handedTo, ended, hidden } = matter;
  return {
    akt,
    matter: matter.id,
    unit,
    worker,
    coWorker: helper,
    offeredTo: handedTo,
    closed: ended,
    protected: hidden,
  };
}
