import { ageAt } from "./household.ts";
import {
  clock,
  dayText,
  eventTexts,
  guardianKeys,
  happens,
  luck,
  tellingAt,
  thing,
  type Scene,
} from "./script.ts";
import type { Seat } from "./staff.ts";

const SCHOOL_FROM = 6;
const OLD_ENOUGH_TO_ANSWER = 8;

/** What the guardians have consented to, and now and then take back. */
export function consent(scene: Scene, seat: Seat, opened: number, fixed: number): void {
  if (!luck(scene, "consents")) return;
  const { dice } = scene;
  const day = opened + dice.integer(2, 6);
  const ids = { consent: thing(scene, "consent") };
  const form = dice.pick(["oral", "written"]);
  const by = guardianKeys(scene);
  happens(scene, day, "11:20", seat.present(day), "consent.give", {
    ids,
    data: { occurredAt: "$now", by, consentKind: "contacts", consentForm: form },
  });
  if (!luck(scene, "withdraws")) return;
  const later = dice.integer(day + 10, Math.max(day + 11, fixed));
  happens(scene, later, "11:20", seat.present(later), "consent.withdraw", {
    ids,
    data: {
      occurredAt: "$now",
      by: by.slice(0, 1),
      text: tellingAt(scene, later).one(eventTexts(scene, "withdraws")),
    },
  });
}

/** School, health and dental care are asked, and mostly answer. */
export function askAround(scene: Scene, seat: Seat, opened: number, fixed: number): void {
  const day = opened + scene.dice.integer(7, 30);
  const pupil = ageAt(scene.makings, scene.child, day) >= SCHOOL_FROM;
  const asked = [
    ["schoolAsked", pupil ? "school" : "preschool"],
    ["healthAsked", pupil ? "pupil-health" : "child-health"],
    ["dentalAsked", "dental-care"],
  ] as const;
  for (const [chance, body] of asked) {
    if (luck(scene, chance)) consult(scene, seat, day, fixed, body);
  }
  if (luck(scene, "healthExamination")) examine(scene, seat, scene.dice.integer(day, fixed - 2));
  if (scene.violence && luck(scene, "riskAssessed")) assessRisk(scene, seat, fixed - 3);
}

function consult(scene: Scene, seat: Seat, day: number, fixed: number, body: string): void {
  const { dice } = scene;
  const answerBy = day + 21;
  happens(scene, day, clock(dice, 1), seat.present(day), "act.record", {
    ids: { act: thing(scene, `asked-${body}`) },
    data: {
      kind: "consultation.requested",
      body,
      legalGround: "utredning inledd",
      questions: tellingAt(scene, day).one(eventTexts(scene, `ask-${body}`)),
      answerBy: dayText(answerBy),
    },
  });
  if (!luck(scene, "answers")) return;
  const answered = Math.min(fixed - 1, day + dice.skewed(5, 17, 45));
  if (luck(scene, "received")) receive(scene, seat, answered, body);
  happens(scene, answered, clock(dice, 2), seat.present(answered), "act.record", {
    ids: { act: thing(scene, `answered-${body}`) },
    data: {
      kind: "consultation.answered",
      body,
      consultation: "requested-answered",
      text: tellingAt(scene, answered)
        .some(eventTexts(scene, `answer-${body}`), 2)
        .join(" "),
    },
  });
}

/** What a body writes comes as a document of its own, here as the text of a letter. */
function receive(scene: Scene, seat: Seat, day: number, body: string): void {
  const { dice } = scene;
  const told = tellingAt(scene, day);
  happens(scene, day, "08:10", seat.present(day), "document.receive", {
    ids: { received: thing(scene, `received-${body}`) },
    data: {
      foundOn: dayText(day),
      arrivalWay: dice.pick(["post", "digital", "mailbox"]),
      kind: SENT_AS[body] ?? "letter",
      sender: SENDERS[body] ?? "other",
      about: told.one(eventTexts(scene, "receivedAbout")),
      text: told.some(eventTexts(scene, `answer-${body}`), 3).join(" "),
    },
  });
}

const SENDERS: Readonly<Record<string, string>> = {
  school: "school",
  preschool: "school",
  "pupil-health": "school",
  "child-health": "health-care",
  "dental-care": "dental-care",
};
const SENT_AS: Readonly<Record<string, string>> = {
  school: "school-report",
  preschool: "statement",
  "pupil-health": "record-copy",
  "child-health": "record-copy",
  "dental-care": "record-copy",
};

function examine(scene: Scene, seat: Seat, day: number): void {
  const examination = scene.dice.weighted({ done: 60, ordered: 25, "examination-declined": 15 });
  happens(scene, day, clock(scene.dice, 2), seat.present(day), "act.record", {
    ids: { act: thing(scene, "examination") },
    data: {
      kind: "health-examination.done",
      examination,
      text: tellingAt(scene, day).one(eventTexts(scene, `examination-${examination}`)),
    },
  });
}

function assessRisk(scene: Scene, seat: Seat, day: number): void {
  const how = scene.dice.pick(["yes-with-instrument", "yes-without-instrument"]);
  happens(scene, day, clock(scene.dice, 1), seat.present(day), "act.record", {
    ids: { act: thing(scene, "risk") },
    data: {
      kind: "risk-assessment.made",
      violenceRiskAssessment: how,
      text: tellingAt(scene, day).one(eventTexts(scene, "risk")),
    },
  });
}

/** The network meets, or those who help the child make one plan. */
export function meetNetwork(scene: Scene, seat: Seat, opened: number, fixed: number): void {
  const { dice } = scene;
  const day = dice.integer(opened + 20, Math.max(opened + 21, fixed - 5));
  if (luck(scene, "networkMeeting")) {
    const network = dice.weighted({ "network-meeting": 70, "family-group-conference": 30 });
    happens(scene, day, clock(dice, 3), seat.present(day), "act.record", {
      ids: { act: thing(scene, "meeting") },
      data: {
        kind: "meeting.held",
        participants: [...guardianKeys(scene), scene.child.key],
        bodies: ["network"],
        network,
        childParticipation: "guardian-present",
        text: tellingAt(scene, day).one(eventTexts(scene, "networkMeeting")),
      },
    });
  }
  if (luck(scene, "coordinatedPlan")) {
    happens(scene, day + 2, clock(dice, 1), seat.present(day + 2), "act.record", {
      ids: { act: thing(scene, "sip") },
      data: {
        kind: dice.pick(["sip.made", "sip.offered"]),
        participants: guardianKeys(scene),
        text: tellingAt(scene, day).one(eventTexts(scene, "sip")),
      },
    });
  }
}

interface Measured {
  readonly instrument: string;
  readonly respondentKind: string;
  readonly most: number;
}

/** An instrument, by the age of the child. */
export function score(scene: Scene, seat: Seat, opened: number, fixed: number): void {
  if (!luck(scene, "instrument")) return;
  const day = scene.dice.integer(opened + 10, Math.max(opened + 11, fixed - 4));
  scoreOn(scene, seat, day, "baseline");
}

/** An instrument on a day; gives which. */
export function scoreOn(scene: Scene, seat: Seat, day: number, occasion: string): string {
  const { dice, makings, child } = scene;
  const { instrument, respondentKind, most } = measuredAt(scene, ageAt(makings, child, day));
  const [guardian = ""] = guardianKeys(scene);
  happens(scene, day, clock(dice, 2), seat.present(day), "instrument.score", {
    ids: { result: thing(scene, `${instrument}-${-day}`) },
    data: {
      scoredAt: "$now",
      instrument,
      respondentKind,
      ...(respondentKind === "worker"
        ? {}
        : { respondentPerson: respondentKind === "child" ? child.key : guardian }),
      occasion,
      total: String(dice.integer(Math.floor(most / 5), Math.floor(0.9 * most))),
      interpretation: tellingAt(scene, day).one(eventTexts(scene, `scored-${instrument}`)),
    },
  });
  return instrument;
}

function measuredAt({ dice }: Scene, age: number): Measured {
  if (age < 4) return { instrument: "home", respondentKind: "worker", most: 60 };
  if (age < OLD_ENOUGH_TO_ANSWER)
    return { instrument: "sdq", respondentKind: "guardian", most: 40 };
  if (age < 13)
    return { instrument: dice.pick(["sdq", "cors"]), respondentKind: "guardian", most: 40 };
  return { instrument: dice.pick(["ors", "sdq"]), respondentKind: "child", most: 40 };
}
