import type { Theme } from "./files.ts";
import { ageAt } from "./household.ts";
import { dayText, guardianKeys, happens, tellingAt, thing, type Scene } from "./script.ts";
import type { Seat } from "./staff.ts";

/** How an investigation ends. */
export type Outcome = "measure" | "no-need" | "declined" | "without-assessment";

/** What is decided in the basis, for what follows on it. */
export interface Proposal {
  readonly outcome: Outcome;
  readonly need: Theme["needs"][number];
  /** How many of the need's goals were taken. */
  readonly goals: number;
  readonly measure: string;
  readonly wording: string;
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

export function proposalOf(scene: Scene, outcome: Outcome, day: number): Proposal {
  const { dice, household } = scene;
  const need = dice.pick(household.theme.needs);
  const measure = dice.pick(need.measures);
  const told = tellingAt(scene, day);
  const words = scene.makings.files.words;
  const wording =
    outcome === "measure"
      ? "Insatsen beviljas enligt förslaget."
      : told.one(words.conclusion[outcome] ?? []);
  return { outcome, need, measure, wording, goals: dice.integer(1, need.goals.length) };
}

/** The basis: written, read by the manager, given to the parties, answered and signed. Gives the day it is signed. */
export function writeBasis(scene: Scene, seat: Seat, fixed: number, proposal: Proposal): number {
  const { dice, office } = scene;
  const document = { document: thing(scene, "basis") };
  const by = seat.holder(fixed);
  happens(scene, fixed - 1, "15:00", by, "act.record", {
    ids: { act: thing(scene, "police") },
    data: {
      kind: "police-report.considered",
      policeReport: "considered-not-made",
      reason: "Frågan är prövad tillsammans med chefen.",
    },
  });
  happens(scene, fixed, "15:00", by, "basis.fix", {
    ids: document,
    content: contentOf(scene, fixed, proposal),
  });
  happens(scene, fixed + 1, "09:00", office.investigationManager, "basis.review", {
    ids: document,
    data: { outcome: "approved" },
  });
  const given = fixed + 2;
  // Who turns fifteen before the decision is a party to it.
  const parties = partiesOn(scene, given + PARTY_AHEAD_DAYS);
  happens(scene, given, "10:00", seat.holder(given), "basis.communicate", {
    ids: document,
    data: {
      to: parties,
      how: dice.pick(["genomgång på kontoret", "brev", "genomgång hemma"]),
      answerBy: dayText(given + ANSWER_DAYS),
    },
  });
  for (const [index, party] of parties.entries()) {
    const position = dice.weighted(POSITIONS);
    if (position === "no-answer") continue;
    const day = given + dice.integer(2, ANSWER_DAYS - 2);
    const text = tellingAt(scene, day).one(scene.makings.files.words.answers[position] ?? []);
    happens(scene, day, `10:${10 + index}`, seat.holder(day), "party.answer", {
      data: { party: [party], position, text },
    });
  }
  const signed = given + ANSWER_DAYS + 2;
  happens(scene, signed, "09:00", seat.holder(signed), "basis.sign", {
    ids: document,
    sameContent: true,
  });
  return signed;
}

/** The guardians, and the child from fifteen. */
export function partiesOn(scene: Scene, day: number): readonly string[] {
  const own = ageAt(scene.makings, scene.child, day) >= PARTY_FROM ? [scene.child.key] : [];
  return [...guardianKeys(scene), ...own];
}

function contentOf(scene: Scene, day: number, proposal: Proposal): Record<string, unknown> {
  const { dice, household, makings } = scene;
  const { theme } = household;
  const { words } = makings.files;
  const told = tellingAt(scene, day);
  const outcome = proposal.outcome;
  const exposure = outcome === "no-need" ? "no" : dice.weighted(theme.exposure);
  const measured = outcome === "measure";
  return {
    matterSummary: told.one(words.matterSummary),
    procedure: told.one(words.procedure),
    informants: informantsOf(scene, day),
    ...heard(scene, day),
    statements: statementsOf(scene, day),
    factors: factorsOf(scene),
    childView: told.one(words.childView),
    guardianViews: guardianKeys(scene).map((guardian) => {
      const involved = dice.weighted(INVOLVED);
      return { guardian, involved, text: told.one(words.guardianView[involved] ?? []) };
    }),
    exposure,
    ...(exposure === "no" ? {} : { exposureText: told.one(words.exposureText) }),
    ...(theme.violence === "violence"
      ? {
          violenceRiskAssessment: dice.pick([
            "yes-with-instrument",
            "yes-without-instrument",
            "no",
          ]),
        }
      : {}),
    weighing: told.one(theme.weighing),
    consequences: told.one(theme.consequences),
    measureNeed: NEEDS[outcome],
    sipNeed: dice.pick(["no", "no", "no", "initiated", "exists", "no-consent"]),
    bestInterests: told.one(words.bestInterests),
    conclusions: told.one(words.conclusion[outcome] ?? []),
    proposal: proposal.wording,
    ...(measured ? goalsOf(scene, proposal, told.fill) : {}),
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
  return ageAt(makings, child, day) < SPEAKS_FROM
    ? { childParticipation: "too-young-observed", participationReason: "Barnet är för litet." }
    : {
        childParticipation: dice.pick(["did-not-want", "unreachable", "not-suitable"]),
        participationReason: "Samtal har erbjudits men inte blivit av.",
      };
}

const SPEAKS_FROM = 4;

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

function goalsOf(scene: Scene, proposal: Proposal, fill: (text: string) => string) {
  const { need } = proposal;
  return {
    centralNeeds: [{ id: thing(scene, "need"), area: need.area, words: fill(need.words) }],
    goals: need.goals
      .slice(0, proposal.goals)
      .map(([words, indicator, baseline, target], index) => ({
        id: thing(scene, `goal-${index + 1}`),
        need: thing(scene, "need"),
        words: fill(words),
        measurable: indicator !== "",
        ...(indicator === "" ? {} : { indicator: fill(indicator), baseline, target }),
      })),
  };
}
