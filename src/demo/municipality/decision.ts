import { addDays } from "../../kernel/plain-date.ts";
import { partiesOn, type Proposal } from "./basis.ts";
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
import { followSituation, isFollowed } from "./situation.ts";
import type { Seat } from "./staff.ts";

/** One of the guardians appeals, in time. */
function appeal(scene: Scene, seat: Seat, decided: number): void {
  const day = decided + scene.dice.integer(6, 17);
  const [first = ""] = guardianKeys(scene);
  happens(scene, day, "13:10", seat.present(day), "decision.appeal", {
    ids: { decision: thing(scene, "decision") },
    data: {
      by: [first],
      arrivedOn: dayText(day),
      arrivedInTime: true,
      text: tellingAt(scene, day).one(eventTexts(scene, "appeal")),
    },
  });
}

const REFERRED_TO = [
  "pupil-health",
  "primary-care",
  "child-psychiatry",
  "preventive-open",
  "civil-society",
];

/** Decided by the manager, the investigation closed, the parties told. Gives the day by which the matter is closed, where no measure follows. */
export function decide(
  scene: Scene,
  seat: Seat,
  day: number,
  proposal: Proposal,
  months: number,
): number {
  const { dice, makings } = scene;
  const { words } = makings.files;
  const told = tellingAt(scene, day);
  const granted = proposal.outcome === "measure";
  const manager = seat.manager;
  const on = addDays(makings.today, day);
  const ground = makings.files.rates.grounds.findLast(({ from }) => from <= on);
  const decision = { decision: thing(scene, "decision") };
  happens(scene, day, "10:00", manager, "decision.make", {
    ids: decision,
    data: {
      decidedAt: "$now",
      level: "delegate",
      decider: `@${manager}`,
      presenter: `@${seat.present(day)}`,
      bestInterests: told.one(words.bestInterests),
      childsView: told.one(words.childView),
      ...maybe(scene, seat.habits.answered, { childPosition: childPosition(scene, day, granted) }),
      guardianPositions: guardianKeys(scene).map((guardian) => ({
        guardian,
        position: granted
          ? "consents"
          : proposal.outcome === "declined"
            ? "opposes"
            : "no-position",
      })),
      wording: proposal.wording,
      reasons: told.one(words.conclusion[proposal.outcome] ?? []),
      ...(granted
        ? {
            type: "open-measure",
            legalBasis: [ground?.measure],
            favourable: true,
            validFrom: dayText(day + 5),
            validTo: dayText(day + 5 + 30 * months),
            measureTypes: [proposal.measure],
          }
        : {
            type: "close-without-measure",
            legalBasis: [ground?.close],
            favourable: false,
            ...(dice.chance(seat.habits.answered)
              ? { referredTo: dice.some(REFERRED_TO, dice.integer(1, 2)) }
              : {}),
          }),
    },
  });
  return closeInvestigation(scene, seat, day, proposal);
}

function closeInvestigation(scene: Scene, seat: Seat, day: number, proposal: Proposal): number {
  const { dice, makings } = scene;
  const followed = proposal.outcome === "declined" && isFollowed(scene, day);
  const until = followed ? followSituation(scene, seat, day) : day;
  happens(scene, day, "10:30", seat.present(day), "investigation.close", {
    data: {
      result: RESULTS[proposal.outcome],
      reason: tellingAt(scene, day).one(eventTexts(scene, "closedInvestigation")),
    },
  });
  happens(scene, day + 2, "11:00", seat.present(day + 2), "decision.notify", {
    ids: { decision: thing(scene, "decision") },
    data: {
      to: partiesOn(scene, day),
      receivedOn: dayText(day + 2),
      how: dice.pick(["brev", "brev", "muntligt vid möte och i brev", "digital post"]),
      appealInfo: true,
    },
  });
  if (luck(scene, "appeals") && proposal.outcome !== "without-assessment") appeal(scene, seat, day);
  if (proposal.outcome !== "measure") {
    const end = until + dice.integer(3, 10);
    happens(scene, end, "09:00", seat.present(end), "matter.close", {
      data: { reason: tellingAt(scene, end).one(makings.files.words.closing) },
    });
  }
  return until + CLOSED_WITHIN;
}

/** Days until the matter is closed, at most. */
const CLOSED_WITHIN = 11;

/** The child's stand; fifteen years old, it consents to what is granted, or nothing would be. */
function childPosition(scene: Scene, day: number, granted: boolean): string {
  const { dice, makings, child } = scene;
  const age = ageAt(makings, child, day);
  if (age < SPEAKS_FROM) return "cannot-express";
  if (granted && age >= CONSENTS_FROM) return "consents";
  if (!granted) return dice.weighted({ "not-asked": 60, opposes: 15, hesitant: 15, consents: 10 });
  return dice.weighted({ consents: 58, hesitant: 22, "not-asked": 12, opposes: 8 });
}

const SPEAKS_FROM = 4;
const CONSENTS_FROM = 12;

const RESULTS: Readonly<Record<Proposal["outcome"], string>> = {
  measure: "granted",
  "no-need": "no-need",
  declined: "no-consent",
  "without-assessment": "without-assessment",
};
