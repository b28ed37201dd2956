import { addDays } from "../../kernel/plain-date.ts";
import { partiesOn, type Proposal } from "./basis.ts";
import { dayText, guardianKeys, happens, tellingAt, thing, type Scene } from "./script.ts";
import type { Seat } from "./staff.ts";

/** Decided by the manager, the investigation closed, the parties told. Gives the first day after it. */
export function decide(
  scene: Scene,
  seat: Seat,
  day: number,
  proposal: Proposal,
  months: number,
): void {
  const { dice, office, makings } = scene;
  const { words } = makings.files;
  const told = tellingAt(scene, day);
  const granted = proposal.outcome === "measure";
  const manager = office.investigationManager;
  const on = addDays(makings.today, day);
  const ground = makings.files.rates.grounds.findLast(({ from }) => from <= on);
  const decision = { decision: thing(scene, "decision") };
  happens(scene, day, "10:00", manager, "decision.make", {
    ids: decision,
    data: {
      decidedAt: "$now",
      level: "delegate",
      decider: `@${manager}`,
      presenter: `@${seat.holder(day)}`,
      bestInterests: told.one(words.bestInterests),
      childsView: told.one(words.childView),
      childPosition: granted ? "consents" : "not-asked",
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
            referredTo: dice.some(
              ["pupil-health", "primary-care", "preventive-open", "civil-society"],
              1,
            ),
          }),
    },
  });
  closeInvestigation(scene, seat, day, proposal);
}

function closeInvestigation(scene: Scene, seat: Seat, day: number, proposal: Proposal): void {
  const { dice, makings } = scene;
  happens(scene, day, "10:30", seat.holder(day), "investigation.close", {
    data: { result: RESULTS[proposal.outcome], reason: "Se beslut." },
  });
  happens(scene, day + 2, "11:00", seat.holder(day + 2), "decision.notify", {
    ids: { decision: thing(scene, "decision") },
    data: {
      to: partiesOn(scene, day),
      receivedOn: dayText(day + 2),
      how: "brev",
      appealInfo: true,
    },
  });
  if (proposal.outcome !== "measure") {
    const end = day + dice.integer(3, 10);
    happens(scene, end, "09:00", seat.holder(end), "matter.close", {
      data: { reason: tellingAt(scene, end).one(makings.files.words.closing) },
    });
  }
}

const RESULTS: Readonly<Record<Proposal["outcome"], string>> = {
  measure: "granted",
  "no-need": "no-need",
  declined: "no-consent",
  "without-assessment": "without-assessment",
};
