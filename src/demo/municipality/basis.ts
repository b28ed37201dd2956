import type { Theme } from "./files.ts";
import { ageAt } from "./household.ts";
import {
  dayText,
  eventTexts,
  guardianKeys,
  happens,
  luck,
  maybe,
  tellingAt,
  thing,
  type Scene,
} from "./script.ts";
import type { Seat } from "./staff.ts";
import type { Telling } from "./telling.ts";

/** How an investigation ends. */
export type Outcome = "measure" | "no-need" | "declined" | "without-assessment";

/** What is decided in the basis, for what follows on it. */
export interface Proposal {
  readonly outcome: Outcome;
  /** The needs with the goals that were taken of each. */
  readonly needs: readonly Theme["needs"][number][];
  readonly measure: string;
  readonly wording: string;
  /** Of each goal, whether it was written so that it can be measured. */
  readonly measurable: readonly boolean[];
}

const PARTY_FROM = 15;
const ANSWER_DAYS = 14;
const PARTY_AHEAD_DAYS = 60;
const INVOLVED = { yes: 70, partly: 18, "no-declined": 6, "no-unreachable": 6 };
const POSITIONS = { agrees: 68, partly: 14, opposes: 8, "no-answer": 10 };
const NEEDS: Readonly<Record<Outcome, string>> = {
  measure: "with-assessment",
  "no-need": "no",
  declined: "no-consent",
  "without-assessment": "without-assessment",
};

export function proposalOf(scene: Scene, seat: Seat, outcome: Outcome, day: number): Proposal {
  const { dice, household } = scene;
  const { goals } = scene.makings.files.rates.invented;
  const needs = needsOf(dice.some(household.theme.needs, MOST_NEEDS), Number(dice.weighted(goals)));
  const measure = dice.pick(needs[0]?.measures ?? []);
  const told = tellingAt(scene, day);
  const words = scene.makings.files.words;
  const wording =
    outcome === "measure"
      ? told.one(scene.makings.files.words.events["granted"] ?? [])
      : told.one(words.conclusion[outcome] ?? []);
  const measurable = needs
    .flatMap((need) => need.goals)
    .map(([, indicator]) => indicator !== "" && dice.chance(seat.habits.measurable));
  return { outcome, needs, measure, wording, measurable };
}

const MOST_NEEDS = 3;

/** The first needs with so many goals together, or as many as they have. */
function needsOf(needs: Theme["needs"], goals: number): Proposal["needs"] {
  const taken: Theme["needs"] = [];
  let left = goals;
  for (const need of needs) {
    if (left <= 0) break;
    taken.push({ ...need, goals: need.goals.slice(0, left) });
    left -= need.goals.length;
  }
  return taken;
}

/** The basis: written, read by the manager, given to the parties, answered and signed. Gives the day it is signed. */
export function writeBasis(scene: Scene, seat: Seat, fixed: number, proposal: Proposal): number {
  const { dice } = scene;
  const document = { document: thing(scene, "basis") };
  const by = seat.present(fixed);
  happens(scene, fixed - 1, "15:00", by, "act.record", {
    ids: { act: thing(scene, "police") },
    data: {
      kind: "police-report.considered",
      policeReport: "considered-not-made",
      reason: tellingAt(scene, fixed).one(eventTexts(scene, "policeNotMade")),
    },
  });
  happens(scene, fixed, "15:00", by, "basis.fix", {
    ids: document,
    content: contentOf(scene, seat, fixed, proposal),
  });
  happens(scene, fixed + 1, "09:00", seat.manager, "basis.review", {
    ids: document,
    data: { outcome: "approved" },
  });
  const given = fixed + 2;
  // Who turns fifteen before the decision is a party to it.
  const parties = partiesOn(scene, given + PARTY_AHEAD_DAYS);
  happens(scene, given, "10:00", seat.present(given), "basis.communicate", {
    ids: document,
    data: {
      to: parties,
      how: dice.pick(eventTexts(scene, "communicated")),
      answerBy: dayText(given + ANSWER_DAYS),
    },
  });
  for (const [index, party] of parties.entries()) {
    const position = dice.weighted(POSITIONS);
    if (position === "no-answer") continue;
    const day = given + dice.integer(2, ANSWER_DAYS - 2);
    const text = tellingAt(scene, day).one(scene.makings.files.words.answers[position] ?? []);
    happens(scene, day, `10:${10 + index}`, seat.present(day), "party.answer", {
      data: { party: [party], position, text },
    });
  }
  object(scene, seat, given);
  const signed = given + ANSWER_DAYS + 2;
  happens(scene, signed, "09:00", seat.present(signed), "basis.sign", {
    ids: document,
    sameContent: true,
  });
  return signed;
}

/** A guardian objects to something in the basis; it stands beside it. */
function object(scene: Scene, seat: Seat, given: number): void {
  if (!luck(scene, "objects")) return;
  const { dice } = scene;
  const day = given + dice.integer(2, ANSWER_DAYS - 3);
  happens(scene, day, "13:20", seat.present(day), "objection.note", {
    ids: { objection: thing(scene, "objection"), document: thing(scene, "basis") },
    data: {
      occurredAt: "$now",
      by: [dice.pick(guardianKeys(scene))],
      text: tellingAt(scene, day).one(eventTexts(scene, "objection")),
    },
  });
}

/** The guardians, and the child from fifteen. */
export function partiesOn(scene: Scene, day: number): readonly string[] {
  const own = ageAt(scene.makings, scene.child, day) >= PARTY_FROM ? [scene.child.key] : [];
  return [...guardianKeys(scene), ...own];
}

function contentOf(
  scene: Scene,
  seat: Seat,
  day: number,
  proposal: Proposal,
): Record<string, unknown> {
  const { household, makings } = scene;
  const { theme } = household;
  const { words } = makings.files;
  const told = tellingAt(scene, day);
  const { outcome } = proposal;
  const none = outcome === "no-need";
  return {
    matterSummary: told.one(words.matterSummary),
    procedure: told.one(words.procedure),
    ...maybe(scene, ALMOST_ALWAYS, { informants: informantsOf(scene, day) }),
    ...heard(scene, day),
    statements: statementsOf(scene, day),
    factors: factorsOf(scene),
    childView: told.one(words.childView),
    guardianViews: guardianViewsOf(scene, told),
    ...exposureOf(scene, seat, outcome, told),
    weighing: told.some(none ? eventTexts(scene, "weighingNoNeed") : theme.weighing, 2).join(" "),
    consequences: told.one(none ? eventTexts(scene, "consequencesNoNeed") : theme.consequences),
    measureNeed: NEEDS[outcome],
    ...maybe(scene, seat.habits.answered, { sipNeed: scene.dice.weighted(SIP_NEEDS) }),
    bestInterests: told.one(words.bestInterests),
    conclusions: told.some(words.conclusion[outcome] ?? [], 2).join(" "),
    proposal: proposal.wording,
    ...(outcome === "measure" ? goalsOf(scene, proposal, told.fill) : {}),
  };
}

const ALMOST_ALWAYS = 0.97;
const SIP_NEEDS = { no: 60, initiated: 14, exists: 14, "no-consent": 12 };

function guardianViewsOf(scene: Scene, told: Telling) {
  const { words } = scene.makings.files;
  return guardianKeys(scene).map((guardian) => {
    const involved = scene.dice.weighted(INVOLVED);
    return { guardian, involved, text: told.one(words.guardianView[involved] ?? []) };
  });
}

function exposureOf(scene: Scene, seat: Seat, outcome: Outcome, told: Telling) {
  const { dice, household, makings } = scene;
  const { theme } = household;
  const exposure = outcome === "no-need" ? "no" : dice.weighted(theme.exposure);
  const text = told.one(makings.files.words.exposureText);
  const risk = dice.weighted({ "yes-with-instrument": 4, "yes-without-instrument": 4, no: 2 });
  return {
    exposure,
    ...(exposure === "no" ? {} : { exposureText: text }),
    ...(theme.violence === "violence"
      ? maybe(scene, seat.habits.answered, { violenceRiskAssessment: risk })
      : {}),
  };
}

/** Where no talk with the child stands in the record, the basis says how the child was heard, or why not. */
function heard(scene: Scene, day: number): Record<string, unknown> {
  const { steps, child, makings, dice } = scene;
  const talked = steps.some(
    (step) =>
      "matter" in step &&
      step.matter === scene.matter &&
      step.do === "talk.sign" &&
      JSON.stringify(step.data["withPersons"]) === JSON.stringify([child.key]),
  );
  if (talked) return {};
  if (ageAt(makings, child, day) < SPEAKS_FROM) {
    return dice.chance(OBSERVED)
      ? { childParticipation: "observation" }
      : reasoned(scene, "too-young-observed", day);
  }
  return reasoned(scene, dice.pick(["did-not-want", "unreachable", "not-suitable"]), day);
}

function reasoned(scene: Scene, why: string, day: number) {
  const reason = tellingAt(scene, day).one(eventTexts(scene, `notHeard-${why}`));
  return { childParticipation: why, participationReason: reason };
}

const SPEAKS_FROM = 4;
/** How often it is told how a small child was with its parents. */
const OBSERVED = 0.8;

function informantsOf(scene: Scene, day: number): readonly string[] {
  const age = ageAt(scene.makings, scene.child, day);
  const possible =
    age < 6
      ? ["preschool", "child-health", "health-care", "network"]
      : [
          "school",
          "pupil-health",
          "child-psychiatry",
          "health-care",
          "dental-care",
          "police",
          "network",
        ];
  const taken = scene.dice.some(possible, scene.dice.integer(0, 4));
  return taken.length === 0 ? ["none"] : taken;
}

function statementsOf(scene: Scene, day: number): readonly Record<string, unknown>[] {
  const { dice, household } = scene;
  const told = tellingAt(scene, day);
  const fitting = household.theme.statements.filter(
    (each) => household.guardians.length > 1 || !each.join("").includes("{vh2}"),
  );
  return dice.some(fitting, dice.integer(3, 6)).map(([area, kind, sourceKind, source, text]) => ({
    area,
    kind,
    sourceKind,
    sourceText: told.fill(source),
    text: told.fill(text),
    ...(kind === "childs-words" ? { visibleTo: ["child", "guardian-a"] } : {}),
  }));
}

function factorsOf(scene: Scene): readonly Record<string, unknown>[] {
  const { dice, household } = scene;
  const { protective, risk } = household.theme;
  const named = (kind: string, factors: readonly string[], count: number) =>
    dice.some(factors, count).map((factor) => ({
      area: factor.slice(0, 3).toUpperCase(),
      kind,
      factor,
      strength: String(dice.integer(1, 3)),
    }));
  return [
    ...named("protective", protective, dice.integer(1, 3)),
    ...named("risk", risk, dice.integer(1, 4)),
  ];
}

function goalsOf(scene: Scene, { needs, measurable }: Proposal, fill: (text: string) => string) {
  const goals = needs.flatMap((need, at) => need.goals.map((goal) => ({ goal, at })));
  return {
    centralNeeds: needs.map(({ area, words }, at) => ({
      id: thing(scene, `need-${at + 1}`),
      area,
      words: fill(words),
    })),
    goals: goals.map(({ goal: [words, indicator, baseline, target], at }, index) => ({
      id: thing(scene, `goal-${index + 1}`),
      need: thing(scene, `need-${at + 1}`),
      words: fill(words),
      measurable: measurable[index] === true,
      ...(measurable[index] === true ? { indicator: fill(indicator), baseline, target } : {}),
    })),
  };
}
