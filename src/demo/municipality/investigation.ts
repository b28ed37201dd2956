import { consent, askAround, meetNetwork, score } from "./asking.ts";
import { ageAt } from "./household.ts";
import { writeNote } from "./notes.ts";
import {
  clock,
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

const TALKS_FROM = 4;

/** From opening until the basis is written: informed, planned, talked, visited, asked, measured and noted. */
export function investigate(scene: Scene, seat: Seat, opened: number, fixed: number): void {
  inform(scene, seat, opened);
  if (scene.dice.chance(seat.habits.planned)) plan(scene, seat, opened, fixed);
  consent(scene, seat, opened, fixed);
  talk(scene, seat, opened, fixed);
  visit(scene, seat, opened, fixed);
  askAround(scene, seat, opened, fixed);
  meetNetwork(scene, seat, opened, fixed);
  score(scene, seat, opened, fixed);
  note(scene, seat, opened, fixed);
}

function inform(scene: Scene, seat: Seat, opened: number): void {
  const { dice, makings } = scene;
  const day = opened + dice.integer(1, 5);
  const small = ageAt(makings, scene.child, day) < TALKS_FROM;
  const understood = small
    ? "cannot-judge"
    : dice.weighted({ yes: 55, partly: 25, no: 6, "cannot-judge": 14 });
  happens(scene, day, clock(dice, 0), seat.present(day), "party.inform", {
    data: {
      who: [...guardianKeys(scene), scene.child.key],
      how: dice.pick(["meeting", "letter", "phone"]),
      text: tellingAt(scene, day).one(makings.files.words.inform),
      ...maybe(scene, seat.habits.answered, {
        childInformed: dice.weighted({ oral: 60, written: 25, picture: 9, digital: 6 }),
        childUnderstood: understood,
      }),
    },
  });
}

function plan(scene: Scene, seat: Seat, opened: number, fixed: number): void {
  const { dice, makings } = scene;
  const { words, rates } = makings.files;
  const day = opened + dice.integer(5, 14);
  const told = tellingAt(scene, day);
  const age = ageAt(makings, scene.child, day);
  const took = dice.chance(rates.invented.childHeardInPlan);
  const questions = dice.some(words.questions, dice.integer(2, 4));
  happens(scene, day, clock(dice, 2), seat.present(day), "plan.make", {
    data: {
      questions: questions.map(([text, areas]) => ({ text: told.fill(text), areas })),
      contacts: [
        {
          body: age < 6 ? "preschool" : "school",
          about: told.one(eventTexts(scene, "planContact")),
        },
      ],
      talks: [
        {
          how: told.one(eventTexts(scene, "planTalk")),
          place: told.one(words.places),
          alone: age >= TALKS_FROM,
        },
      ],
      targetOn: dayText(opened + 100),
      ...partInPlan(scene, age, took, day),
    },
  });
  const revised = day + dice.integer(15, 50);
  if (revised < fixed && luck(scene, "planRevised")) revise(scene, seat, revised);
}

function partInPlan(scene: Scene, age: number, took: boolean, day: number) {
  if (age < TALKS_FROM && took) return { childParticipation: "observation" };
  if (age < TALKS_FROM) return refused(scene, "too-young-observed", day);
  return took
    ? { childParticipation: scene.dice.pick(["guardian-present", "alone"]) }
    : refused(scene, scene.dice.pick(["did-not-want", "no-opportunity"]), day);
}

/** That the child took no part, and why. */
function refused(scene: Scene, why: string, day: number) {
  const reason = tellingAt(scene, day).one(eventTexts(scene, `notHeard-${why}`));
  return { childParticipation: why, participationReason: reason };
}

function revise(scene: Scene, seat: Seat, day: number): void {
  const { dice, makings } = scene;
  const told = tellingAt(scene, day);
  const questions = dice.some(makings.files.words.questions, 2);
  happens(scene, day, clock(dice, 1), seat.present(day), "plan.revise", {
    data: {
      changes: told.one(eventTexts(scene, "planRevised")),
      questions: questions.map(([text, areas]) => ({ text: told.fill(text), areas })),
      childParticipation: "guardian-present",
    },
  });
}

function talk(scene: Scene, seat: Seat, opened: number, fixed: number): void {
  const { dice, makings, household } = scene;
  const { theme } = household;
  for (const { key } of household.guardians) {
    const day = dice.integer(opened + 6, fixed - 6);
    const told = tellingAt(scene, day);
    happens(scene, day, clock(dice, 3), seat.present(day), "talk.sign", {
      label: `talk-${key}`,
      data: {
        occurredAt: "$now",
        withPersons: [key],
        alone: false,
        place: told.one(makings.files.words.places),
        minutes: 15 * dice.integer(2, 6),
        summary: told.some(theme.guardianTalk, dice.integer(1, 3)).join(" "),
      },
    });
  }
  if (dice.chance(seat.habits.childHeard)) talkWithChild(scene, seat, opened, fixed);
  else if (luck(scene, "talkRefused"))
    noteRefusal(scene, seat, dice.integer(opened + 9, fixed - 3));
}

/** Somebody wanted to talk with the child, and it is told why that came to nothing. */
function noteRefusal(scene: Scene, seat: Seat, day: number): void {
  const { dice, makings, child } = scene;
  const why =
    ageAt(makings, child, day) < TALKS_FROM
      ? "too-young-observed"
      : dice.weighted({
          "did-not-want": 45,
          "guardian-refused": 30,
          "no-interpreter": 5,
          unreachable: 20,
        });
  const told = tellingAt(scene, day);
  happens(scene, day, clock(dice, 2), seat.present(day), "note.sign", {
    data: {
      occurredAt: "$now",
      text: told.one(eventTexts(scene, `refused-${why}`)),
      childParticipation: why,
      participationReason: told.one(eventTexts(scene, `notHeard-${why}`)),
    },
  });
}

function talkWithChild(scene: Scene, seat: Seat, opened: number, fixed: number): void {
  const { dice, makings, household, child } = scene;
  const { words } = makings.files;
  for (let turn = dice.integer(1, 3); turn > 0; turn -= 1) {
    const day = dice.integer(opened + 6, fixed - 4);
    const told = tellingAt(scene, day);
    const speaks = ageAt(makings, child, day) >= TALKS_FROM;
    const alone = speaks && dice.chance(seat.habits.childAlone);
    const said = speaks ? told.one(household.theme.childsWords) : "";
    const talks = told.some(household.theme.childTalk, dice.integer(1, 2)).join(" ");
    happens(scene, day, clock(dice, 1), seat.present(day), "talk.sign", {
      data: {
        occurredAt: "$now",
        withPersons: [child.key],
        alone,
        place: told.one(words.places),
        minutes: 5 * dice.integer(4, 10),
        ...(alone ? { consent: told.one(words.consent) } : {}),
        summary: talks === "" ? told.one(eventTexts(scene, "observed")) : talks,
        ...(said === ""
          ? {}
          : { childsWords: said, visibleTo: dice.pick([["child"], ["child", "guardian-a"]]) }),
      },
    });
  }
}

function visit(scene: Scene, seat: Seat, opened: number, fixed: number): void {
  const { dice, makings, child } = scene;
  if (!dice.chance(VISITED)) return;
  const day = dice.integer(opened + 8, fixed - 4);
  const small = ageAt(makings, child, day) < TALKS_FROM;
  happens(scene, day, clock(dice, 3), seat.present(day), "act.record", {
    ids: { act: thing(scene, "visit") },
    data: {
      kind: "home-visit.made",
      participants: [...guardianKeys(scene).slice(0, 1), child.key],
      announced: dice.chance(0.8),
      childParticipation: small ? "observation" : "guardian-present",
      text: tellingAt(scene, day).some(makings.files.words.homeVisit, dice.integer(1, 2)).join(" "),
    },
  });
}

const VISITED = 0.6;

function note(scene: Scene, seat: Seat, opened: number, fixed: number): void {
  const { dice, makings, household } = scene;
  const { words, rates } = makings.files;
  const wanted = dice.between(rates.invented.investigationNotes);
  const length = fixed - opened;
  const pool = [...household.theme.notes, ...words.notes];
  for (let index = 0; index < wanted; index += 1) {
    const day = opened + 1 + Math.floor((length * index) / wanted);
    const count = dice.chance(rates.invented.shortAnswers) ? 1 : 2;
    writeNote(scene, seat, day, tellingAt(scene, day).some(pool, count), index);
  }
}
