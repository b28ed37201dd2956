import { ageAt } from "./household.ts";
import { clock, dayText, guardianKeys, happens, tellingAt, thing, type Scene } from "./script.ts";
import type { Seat } from "./staff.ts";

const TALKS_FROM = 4;

/** From opening until the basis is written: informed, planned, talked, visited, asked and noted. */
export function investigate(scene: Scene, seat: Seat, opened: number, fixed: number): void {
  inform(scene, seat, opened);
  if (scene.dice.chance(scene.makings.files.rates.invented.planned)) plan(scene, seat, opened);
  talk(scene, seat, opened, fixed);
  visit(scene, seat, opened, fixed);
  note(scene, seat, opened, fixed);
}

function inform(scene: Scene, seat: Seat, opened: number): void {
  const { dice, makings } = scene;
  const day = opened + dice.integer(1, 5);
  happens(scene, day, clock(dice, 0), seat.holder(day), "party.inform", {
    data: {
      who: [...guardianKeys(scene), scene.child.key],
      how: dice.pick(["meeting", "letter", "phone"]),
      text: tellingAt(scene, day).one(makings.files.words.inform),
      childInformed: dice.pick(["oral", "written"]),
      childUnderstood:
        ageAt(makings, scene.child, day) < TALKS_FROM
          ? "cannot-judge"
          : dice.pick(["yes", "yes", "partly", "cannot-judge"]),
    },
  });
}

function plan(scene: Scene, seat: Seat, opened: number): void {
  const { dice, makings } = scene;
  const { words, rates } = makings.files;
  const day = opened + dice.integer(5, 14);
  const told = tellingAt(scene, day);
  const age = ageAt(makings, scene.child, day);
  const took = dice.chance(rates.invented.childHeardInPlan);
  happens(scene, day, clock(dice, 2), seat.holder(day), "plan.make", {
    data: {
      questions: dice
        .some(words.questions, dice.integer(2, 4))
        .map(([text, areas]) => ({ text: told.fill(text), areas })),
      contacts: [
        { body: age < 6 ? "preschool" : "school", about: "Hur det går och hur barnet mår." },
      ],
      talks: [
        {
          how: "Samtal med barnet och med vårdnadshavarna.",
          place: told.one(words.places),
          alone: age >= TALKS_FROM,
        },
      ],
      targetOn: dayText(opened + 100),
      childParticipation:
        age < TALKS_FROM ? "too-young-observed" : took ? "guardian-present" : "did-not-want",
      ...(took && age >= TALKS_FROM ? {} : { participationReason: "Se samtal." }),
    },
  });
}

function talk(scene: Scene, seat: Seat, opened: number, fixed: number): void {
  const { dice, makings, household, child } = scene;
  const { words, rates } = makings.files;
  const { theme } = household;
  for (const { key } of household.guardians) {
    const day = dice.integer(opened + 6, fixed - 6);
    const told = tellingAt(scene, day);
    happens(scene, day, clock(dice, 3), seat.holder(day), "talk.sign", {
      data: {
        occurredAt: "$now",
        withPersons: [key],
        alone: false,
        place: told.one(words.places),
        minutes: 15 * dice.integer(2, 6),
        summary: told.some(theme.guardianTalk, dice.integer(1, 3)).join(" "),
      },
    });
  }
  if (!dice.chance(rates.invented.childHeard)) return;
  for (let turn = dice.integer(1, 3); turn > 0; turn -= 1) {
    const day = dice.integer(opened + 6, fixed - 4);
    const told = tellingAt(scene, day);
    const speaks = ageAt(makings, child, day) >= TALKS_FROM;
    const alone = speaks && dice.chance(0.7);
    const said = speaks ? told.one(theme.childsWords) : "";
    happens(scene, day, clock(dice, 1), seat.holder(day), "talk.sign", {
      data: {
        occurredAt: "$now",
        withPersons: [child.key],
        alone,
        place: told.one(words.places),
        minutes: 5 * dice.integer(4, 10),
        ...(alone ? { consent: told.one(words.consent) } : {}),
        summary:
          told.some(theme.childTalk, dice.integer(1, 2)).join(" ") || "Barnet observeras i leken.",
        ...(said === ""
          ? {}
          : { childsWords: said, visibleTo: dice.pick([["child"], ["child", "guardian-a"]]) }),
      },
    });
  }
}

function visit(scene: Scene, seat: Seat, opened: number, fixed: number): void {
  const { dice, makings, child } = scene;
  if (dice.chance(0.6)) {
    const day = dice.integer(opened + 8, fixed - 4);
    happens(scene, day, clock(dice, 3), seat.holder(day), "act.record", {
      ids: { act: thing(scene, "visit") },
      data: {
        kind: "home-visit.made",
        participants: [...guardianKeys(scene).slice(0, 1), child.key],
        announced: dice.chance(0.8),
        childParticipation:
          ageAt(makings, child, day) < TALKS_FROM ? "observation" : "guardian-present",
        text: tellingAt(scene, day).one(makings.files.words.homeVisit),
      },
    });
  }
}

function note(scene: Scene, seat: Seat, opened: number, fixed: number): void {
  const { dice, makings, household } = scene;
  const { words, rates } = makings.files;
  const wanted = dice.between(rates.invented.investigationNotes);
  const length = fixed - opened;
  for (let index = 0; index < wanted; index += 1) {
    const day = opened + 1 + Math.floor((length * index) / wanted);
    const told = tellingAt(scene, day);
    const pool = dice.chance(0.45) ? household.theme.notes : words.notes;
    const count = dice.chance(rates.invented.shortAnswers) ? 1 : 2;
    happens(scene, day, clock(dice, dice.integer(0, 3)), seat.holder(day), "note.sign", {
      data: { occurredAt: "$now", text: told.some(pool, count).join(" ") },
    });
  }
}
