import type { Answers } from "../../src/domain/event.ts";
import type { Uuid } from "../../src/kernel/ids.ts";
import { checkDigitOf } from "../../src/kernel/identity-number.ts";
import { addDays, type PlainDate } from "../../src/kernel/plain-date.ts";
import type { BatchCommand } from "../../src/store/batch.ts";
import { accessOf, moment, type BenchWorld, type Member } from "./bench-world.ts";
import { narrative } from "./words.ts";

/** A child with one guardian. */
export interface Family {
  readonly child: Uuid;
  readonly guardian: Uuid;
}

/** A matter of a child's akt, with who has it. */
export interface Place {
  readonly family: Family;
  readonly akt: Uuid;
  readonly matter: Uuid;
  readonly report: Uuid;
  readonly member: Member;
}

const GIVEN = ["Alva", "Elis", "Tuva", "Nils", "Saga", "Vide", "Ronja", "Love", "Juni", "Milo"];
const FAMILY = ["Ekbom", "Sjölid", "Granvall", "Åkerö", "Ödberg", "Lindfors", "Holmvik"];

const GENERATION = 10_000;
const FIRST_TEST_NUMBER = 980;
const TEST_NUMBERS_A_DAY = 20;

/** The next test number of somebody born at about a day: the individual numbers 980-999 belong to nobody. */
function nextTestNumber(world: BenchWorld, about: PlainDate) {
  const count = world.counters.get(about) ?? 0;
  world.counters.set(about, count + 1);
  const born = addDays(about, -Math.floor(count / TEST_NUMBERS_A_DAY));
  const individual = FIRST_TEST_NUMBER + (count % TEST_NUMBERS_A_DAY);
  const digits = `${born.replaceAll("-", "")}${individual}`;
  return { identityNumber: `${digits}${checkDigitOf(digits.slice(2))}`, birthDate: born };
}

/** The commands that register a child born at about a day and its guardian. */
export function registerCommands(
  world: BenchWorld,
  family: Family,
  born: PlainDate,
  on: PlainDate,
): BatchCommand[] {
  const { store, tenant, random, manager } = world;
  const familyName = random.pick(FAMILY);
  const relation = {
    relation: store.ids.next(),
    kind: "guardian",
    to: family.child,
  };
  const persons = [
    {
      person: family.child,
      data: { givenName: random.pick(GIVEN), familyName, ...nextTestNumber(world, born) },
    },
    {
      person: family.guardian,
      data: {
        givenName: random.pick(GIVEN),
        familyName,
        ...nextTestNumber(world, addDays(born, -GENERATION)),
      },
      relations: [relation],
    },
  ];
  return persons.map(({ person, data, relations = [] }) => ({
    kind: "person",
    at: moment(on, "08:10"),
    request: {
      tenant,
      actor: manager.staff,
      commandId: store.ids.next(),
      access: accessOf(manager.staff),
      person,
      command: { type: "person.register", data, relations },
    },
  }));
}

/** A new family, not registered yet. */
export function newFamily(world: BenchWorld): Family {
  return { child: world.store.ids.next(), guardian: world.store.ids.next() };
}

/** The command that receives a report about a child, with its protection assessment. */
export function receiveCommand(
  world: BenchWorld,
  family: Family,
  ids: { readonly report: Uuid; readonly matter: Uuid },
  on: PlainDate,
): BatchCommand {
  const { store, tenant, random, manager } = world;
  return {
    kind: "intake",
    at: moment(on, "14:30"),
    request: {
      tenant,
      actor: manager.staff,
      commandId: store.ids.next(),
      access: accessOf(manager.staff),
      data: {
        kind: "report",
        arrivedAt: `${on}T10:00`,
        channel: "phone",
        reporterKind: "school",
        reporterClass: "duty-general",
        parts: [{ id: store.ids.next(), audience: "common", text: narrative(random, 120) }],
        reasons: ["school"],
        mainReason: "school",
        violence: ["none"],
      },
      children: [
        {
          person: family.child,
          ...ids,
          protection: {
            assessedAt: `${on}T14:00`,
            outcome: "no-immediate-need",
            reasons: narrative(random, 40),
          },
        },
      ],
      reasons: {},
    },
  };
}

/** One command on the akt of a place; `by` the worker of it unless somebody else is named. */
export function aktCommandOf(
  world: BenchWorld,
  place: Place,
  on: PlainDate,
  time: string,
  command: {
    readonly type: string;
    readonly by?: Member;
    readonly ids?: Readonly<Record<string, Uuid>>;
    readonly data?: Answers;
    readonly draft?: Uuid;
    readonly reasons?: Readonly<Record<string, string>>;
  },
): BatchCommand {
  const { type, by = place.member, ids = {}, data = {}, draft, reasons = {} } = command;
  return {
    kind: "akt",
    at: moment(on, time),
    request: {
      tenant: world.tenant,
      actor: by.staff,
      commandId: world.store.ids.next(),
      access: accessOf(by.staff),
      akt: place.akt,
      matter: place.matter,
      type,
      ids,
      data,
      reasons,
      expect: {},
      ...(draft === undefined ? {} : { draft }),
    },
  };
}

/** From allocation to the first talk: the commands that bring a received report into an investigation. */
export function investigateCommands(
  world: BenchWorld,
  place: Place,
  on: PlainDate,
): BatchCommand[] {
  const { manager, random, store } = world;
  const { member, report, family } = place;
  const give = (time: string, command: Parameters<typeof aktCommandOf>[4]) =>
    aktCommandOf(world, place, on, time, command);
  return [
    give("15:00", {
      type: "matter.assign",
      by: manager,
      ids: { worker: member.staff, unit: member.unit },
    }),
    give("15:10", {
      type: "investigation.open",
      by: manager,
      ids: { report, investigation: store.ids.next(), investigator: member.staff },
      data: { outcome: "open", decidedAt: `${on}T15:10`, reason: narrative(random, 20) },
    }),
    give("15:20", {
      type: "party.inform",
      data: {
        who: [family.guardian, family.child],
        childInformed: "oral",
        childUnderstood: "yes",
      },
    }),
    give("16:00", {
      type: "talk.sign",
      data: {
        occurredAt: `${on}T15:40`,
        withPersons: [family.child],
        alone: true,
        summary: narrative(random, 150),
      },
    }),
  ];
}
