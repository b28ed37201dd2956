import { ageAt } from "./household.ts";
import {
  clock,
  dayText,
  eventTexts,
  guardianKeys,
  happens,
  luck,
  tellingAt,
  type Scene,
} from "./script.ts";
import type { Seat } from "./staff.ts";

/** Who turns eighteen before it is over isn't followed. */
const UNTIL_AGE = 17;
const DAYS = 60;

/** Whether the child's situation is followed up where a measure was needed and declined. */
export function isFollowed(scene: Scene, day: number): boolean {
  return ageAt(scene.makings, scene.child, day) < UNTIL_AGE && luck(scene, "followUp23");
}

/** Decided before the investigation is closed, a contact or two, and ended. Gives the day it ended. */
export function followSituation(scene: Scene, seat: Seat, day: number): number {
  const { dice } = scene;
  const told = tellingAt(scene, day);
  const agreed = dice.chance(0.6);
  happens(scene, day, "10:20", seat.manager, "follow-up-23.decide", {
    data: {
      afterWhat: "investigation",
      consent: agreed ? "with-consent" : "without-consent",
      ...(agreed ? { consentBy: guardianKeys(scene) } : {}),
      reason: told.one(eventTexts(scene, "followed")),
      until: dayText(day + DAYS),
      contacts: told.one(eventTexts(scene, "followedBy")),
      decidedAt: "$now",
      level: "delegate",
      decider: `@${seat.manager}`,
    },
  });
  const met = day + dice.integer(20, 40);
  happens(scene, met, clock(dice, 1), seat.present(met), "follow-up-23.contact", {
    data: {
      occurredAt: "$now",
      withPersons: [scene.child.key],
      contact: told.one(eventTexts(scene, "followedBy")),
      childAlone: dice.chance(seat.habits.childAlone),
      childParticipation: "guardian-present",
      text: told.one(eventTexts(scene, "followedText")),
    },
  });
  const ended = day + DAYS - dice.integer(1, 8);
  happens(scene, ended, clock(dice, 2), seat.present(ended), "follow-up-23.end", {
    data: {
      outcome: "ended",
      text: tellingAt(scene, ended).one(eventTexts(scene, "followedEnd")),
      informed: guardianKeys(scene),
    },
  });
  return ended;
}
