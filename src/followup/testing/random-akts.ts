import type { AktState, MatterState, ReportState } from "../../domain/akt-state.ts";
import type { Answers } from "../../domain/event.ts";
import type { PersonState } from "../../domain/person/person-state.ts";
import { instantOfLocal, parseLocalDateTime, stockholmDate } from "../../kernel/instant.ts";
import { parseUuid, type Uuid } from "../../kernel/ids.ts";
import { addDays, type PlainDate } from "../../kernel/plain-date.ts";
import type { SeededRandom } from "../../kernel/random.ts";
import type { Pack } from "../../spec/types.ts";
import {
  answers,
  chance,
  codeOf,
  dayOf,
  days,
  type Dice,
  firstDay,
  maybe,
  measureDice,
  setOf,
  uuidOf,
} from "./random-dice.ts";
import { randomMeasures } from "./random-measures.ts";

/** A child with an akt, made up by chance out of the codes of a pack. */
export interface RandomAkt {
  readonly state: AktState;
  readonly child: PersonState;
  readonly guardians: readonly PersonState[];
}

/** Makes one akt with one to three matters; every answer may be missing. */
export function randomAkt(random: SeededRandom, pack: Pack): RandomAkt {
  const dice = { random, pack };
  const child = uuidOf(dice);
  const guardians = Array.from({ length: random.integer(0, 2) }, () => guardianOf(dice, child));
  const matters = Array.from({ length: random.integer(1, 3) }, () => matterOf(dice, guardians));
  return {
    state: {
      akt: uuidOf(dice),
      person: child,
      createdOn: firstDay,
      lastEntryOn: addDays(firstDay, days),
      matters: Object.fromEntries(matters.map((matter) => [matter.matter, matter])),
    },
    child: childOf(dice, child),
    guardians,
  };
}

/** A set of ids that all random akter share, so that a table can be asked for one unit. */
export const randomUnits: readonly Uuid[] = [1, 2, 3].map((n) => {
  const id = parseUuid(`0193aaaa-0000-7000-8000-00000000000${n}`);
  if (id === undefined) throw new Error("not a unit id");
  return id;
});

function personOf(person: Uuid, fields: Answers): Omit<PersonState, "relations"> {
  return {
    person,
    registeredOn: firstDay,
    identityHistory: [],
    fields: Object.fromEntries(
      Object.entries(fields).map(([field, value]) => [field, [{ validFrom: firstDay, value }]]),
    ),
  };
}

function childOf(dice: Dice, person: Uuid): PersonState {
  const fields = answers({
    birthDate: chance(dice, 95) ? addDays(firstDay, -dice.random.integer(0, 7600)) : undefined,
    legalSex: maybe(dice, "legal-sex"),
    countryOfBirth: maybe(dice, "country"),
    unaccompanied: chance(dice, 80) ? chance(dice, 10) : undefined,
    addressKind: maybe(dice, "address-kind"),
    custody: maybe(dice, "custody"),
    disability: maybe(dice, "disability-known"),
    disabilityKinds: setOf(dice, "disability-kind"),
    interpreter: chance(dice, 80) ? chance(dice, 20) : undefined,
    language: maybe(dice, "language"),
    protectionLevel: maybe(dice, "protection-level"),
  });
  return { ...personOf(person, fields), relations: [] };
}

function guardianOf(dice: Dice, child: Uuid): PersonState {
  const fields = answers({
    legalSex: maybe(dice, "legal-sex"),
    countryOfBirth: maybe(dice, "country"),
  });
  const from = chance(dice, 20) ? { validFrom: dayOf(dice) } : {};
  return {
    ...personOf(uuidOf(dice), fields),
    relations: [{ relation: uuidOf(dice), kind: "guardian", to: child, ...from }],
  };
}

function reportOf(dice: Dice, on: PlainDate): ReportState {
  const local = parseLocalDateTime(`${on}T10:${dice.random.integer(10, 59)}`);
  if (local === undefined) throw new Error("not a local time");
  const receivedAt = instantOfLocal(local);
  const outcome = dice.random.pick(["open", "not-open", "link", "none"] as const);
  const assessedOn = addDays(on, dice.random.integer(0, 3));
  return {
    report: uuidOf(dice),
    receivedAt,
    arrivedOn: stockholmDate(receivedAt),
    seq: dice.random.integer(1, 1000),
    shielded: false,
    moreChildren: false,
    coded: answers({
      kind: codeOf(dice, "report-kind"),
      channel: maybe(dice, "channel"),
      reporterKind: maybe(dice, "reporter-kind"),
      reporterClass: maybe(dice, "reporter-class"),
      reasons: setOf(dice, "reason"),
      mainReason: maybe(dice, "reason"),
      concerns: maybe(dice, "report-concerns"),
      violence: setOf(dice, "violence"),
      wantsFeedback: chance(dice, 50),
    }),
    ...(chance(dice, 80)
      ? {
          protection: {
            assessedAt: receivedAt,
            assessedOn,
            outcome: codeOf(dice, "protection-outcome"),
            lateArrival: false,
          },
        }
      : {}),
    ...(outcome === "none" ? {} : { outcome, outcomeOn: addDays(on, dice.random.integer(0, 30)) }),
    outcomeCoded: answers({ notOpenReason: maybe(dice, "not-open-reason") }),
  };
}

function matterOf(dice: Dice, guardians: readonly PersonState[]): MatterState {
  const startedOn = dayOf(dice);
  const reports = Array.from({ length: dice.random.integer(1, 2) }, (_, at) =>
    reportOf(dice, addDays(startedOn, at * 40)),
  );
  return {
    matter: uuidOf(dice),
    startedOn,
    ...(chance(dice, 90) ? { unit: dice.random.pick(randomUnits) } : {}),
    reports,
    preliminary: Array.from({ length: dice.random.integer(0, 2) }, () => ({
      on: addDays(startedOn, dice.random.integer(0, 5)),
      hasReason: false,
      childParticipation: codeOf(dice, "participation"),
      guardiansHeard: guardians.map((guardian) => ({
        id: uuidOf(dice),
        guardian: guardian.person,
        heard: codeOf(dice, "guardian-heard"),
      })),
    })),
    talks: { withChild: 0, alone: 0, homeVisits: 0, adults: [], participation: [] },
    decisions: [],
    acts: [],
    facts: [],
    ...(chance(dice, 60) ? investigated(dice, startedOn, guardians) : {}),
  };
}

function investigated(
  dice: Dice,
  startedOn: PlainDate,
  guardians: readonly PersonState[],
): Partial<MatterState> {
  const openedOn = addDays(startedOn, dice.random.integer(0, 14));
  const closedOn = addDays(openedOn, dice.random.integer(1, 150));
  const alone = dice.random.integer(0, 3);
  const closed = chance(dice, 70);
  const decisions = chance(dice, 80) ? [decisionOf(dice, closedOn, guardians)] : [];
  const known = guardians.map(({ person }) => person);
  return {
    investigation: {
      investigation: uuidOf(dice),
      openedOn,
      byApplication: false,
      extensions: dice.random.integer(0, 2),
      informed: [],
      postponed: [],
      ...(closed ? { closedOn, result: codeOf(dice, "investigation-result") } : {}),
      ...(chance(dice, 60)
        ? {
            childInformed: {
              way: codeOf(dice, "info-way"),
              understood: codeOf(dice, "understood"),
            },
          }
        : {}),
    },
    talks: {
      withChild: alone + dice.random.integer(0, 2),
      alone,
      homeVisits: dice.random.integer(0, 1),
      adults: [],
      participation: chance(dice, 40) ? [codeOf(dice, "participation")] : [],
    },
    ...(chance(dice, 75) ? { basis: basisOf(dice, guardians) } : {}),
    decisions,
    ...decisions.reduce((_, made) => randomMeasures(measureDice(dice), made, known), {}),
  };
}

function basisOf(dice: Dice, guardians: readonly PersonState[]): NonNullable<MatterState["basis"]> {
  const areas = setOf(dice, "area");
  const factors = Array.from({ length: dice.random.integer(0, 5) }, () =>
    dice.random.pick(dice.pack.factors),
  );
  return {
    document: uuidOf(dice),
    version: 1,
    fixedVersion: 1,
    status: "signed",
    seq: 1,
    communicated: [],
    coded: answers({
      informants: setOf(dice, "informant"),
      exposure: maybe(dice, "exposure"),
      measureNeed: maybe(dice, "measure-need"),
      sipNeed: maybe(dice, "sip-need"),
      violenceRiskAssessment: maybe(dice, "violence-risk"),
    }),
    needs: (Array.isArray(areas) ? areas : []).map((area: string) => ({ id: uuidOf(dice), area })),
    factors: factors.map(({ area, kind, id }) => ({ area, kind, factor: id })),
    guardianViews: guardians.map((guardian) => ({
      guardian: guardian.person,
      ...(chance(dice, 70) ? { involved: codeOf(dice, "guardian-involved") } : {}),
    })),
    hasChildView: chance(dice, 60),
    hasBestInterests: chance(dice, 80),
  };
}

function decisionOf(
  dice: Dice,
  on: PlainDate,
  guardians: readonly PersonState[],
): MatterState["decisions"][number] {
  return {
    decision: uuidOf(dice),
    on,
    seq: 1,
    type: codeOf(dice, "decision-type"),
    level: codeOf(dice, "decision-level"),
    favourable: chance(dice, 50),
    appealable: "not",
    coded: answers({
      legalBasis: setOf(dice, "legal-basis"),
      measureTypes: setOf(dice, "measure-type"),
      childPosition: maybe(dice, "position-child"),
      referredTo: setOf(dice, "referred-to"),
      followUp23: maybe(dice, "follow-up-23"),
      guardianPositions: guardians.map((guardian) => ({
        id: uuidOf(dice),
        guardian: guardian.person,
        position: codeOf(dice, "position-guardian"),
      })),
    }),
    notified: [],
  };
}
