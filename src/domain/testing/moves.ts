import fc from "fast-check";
import type { Answers } from "../event.ts";
import {
  assistant,
  child,
  father,
  id,
  manager,
  performer,
  mother,
  reportData,
  worker,
} from "./chain.ts";

/** One command that is tried, with answers that may be enough or not. */
export interface Move {
  readonly type: string;
  readonly data: Answers;
  readonly by: typeof worker;
  /** Which of the things of its kind it is about, and which matter. */
  readonly n: number;
  readonly days: number;
  /** How far back in the record the line lies that it is about. */
  readonly back: number;
  readonly reasoned: boolean;
}

const decision: Answers = {
  type: "open-measure",
  wording: "Barnet beviljas samtal.",
  legalBasis: ["sol25-11-1"],
  reasons: "Behövs.",
  favourable: true,
  childPosition: "consents",
  guardianPositions: [
    { id: id(920), guardian: mother, position: "consents" },
    { id: id(921), guardian: father, position: "consents" },
  ],
};

const reported: Answers = { kind: "provider.reported", text: "Två träffar." };
const question = { id: id(950), text: "Hur har barnet det?", areas: ["FF4"] };
const toMother = { recipient: "guardian", to: [mother], way: "handed-over" };
const both = [mother, father];

/** Every command on an akt in the order of the chain, with answers that are sometimes enough and sometimes not. */
export const answersOf: Readonly<Record<string, readonly Answers[]>> = {
  "report.receive": [reportData, { ...reportData, violence: ["physical"] }, {}],
  "application.receive": [
    {
      arrivedAt: "2026-03-02T10:00",
      channel: "phone",
      applicants: [mother],
      parts: [{ id: id(960), audience: "common", text: "Vi behöver hjälp." }],
    },
    {},
  ],
  "document.receive": [
    {
      foundOn: "2026-03-03",
      arrivalWay: "post",
      kind: "school-report",
      sender: "school",
      about: "Frånvaro",
      text: "Hög frånvaro.",
    },
    { arrivalWay: "post" },
  ],
  "protection.assess": [{ outcome: "no-immediate-need", reasons: "Trygg." }, {}],
  "preliminary.note": [{ text: "Talat med mamma.", childParticipation: "guardian-refused" }],
  "preliminary.extend": [
    { until: "2026-06-30", reason: "police-interview", reasonText: "Förhör." },
  ],
  "consent.give": [
    { by: both, consentKind: "contacts", consentForm: "oral" },
    { by: [mother], consentKind: "talk", consentForm: "written", until: "2026-03-10" },
  ],
  "investigation.open": [{ outcome: "open", reason: "Oro." }, {}],
  "investigation.not-open": [
    {
      outcome: "not-open",
      reason: "Ingen åtgärd.",
      risk: "Låg.",
      notOpenReason: "no-measure",
      violenceConfirmed: true,
    },
  ],
  "report.link": [{ outcome: "link", reason: "Samma oro." }],
  "matter.assign": [{}],
  "matter.hand-over": [{ remaining: "Ett samtal." }],
  "matter.hand-back": [{ text: "Hör skolan." }, {}],
  "party.inform": [{ who: [mother, father] }],
  "informing.postpone": [{ who: [father], reason: "Polisförhör.", until: "2026-03-20" }, {}],
  "plan.make": [{ questions: [question], targetOn: "2026-06-01", childParticipation: "alone" }],
  "plan.revise": [{ changes: "En fråga till.", questions: [question] }],
  "note.sign": [{ text: "Anteckning." }, {}],
  "talk.sign": [{ withPersons: [child], alone: true, summary: "Samtal.", consent: "Ja." }],
  "instrument.score": [
    { instrument: "sdq", respondentKind: "guardian", total: "18", interpretation: "Högt." },
    { instrument: "sdq", respondentKind: "guardian", total: "hög" },
  ],
  "act.record": [
    { kind: "home-visit.made", participants: [mother, child], text: "Lugnt." },
    { kind: "consultation.requested", body: "school", legalGround: "20 kap. 6 §" },
    { kind: "police-report.considered", policeReport: "considered-not-made", reason: "Nej." },
    { kind: "sip.made", participants: [mother], text: "Plan." },
  ],
  "letter.send": [
    { letter: "summons", ...toMother, meetingAt: "2026-05-06T09:00", meetingPlace: "Kontoret" },
    { letter: "child-version", recipient: "child", to: [child], plainWhat: "Vi har träffats." },
    { letter: "summons", recipient: "guardian", to: [id(777)], way: "post" },
  ],
  "letter.answer": [{ answeredOn: "2026-03-20", text: "De kommer." }, {}],
  "objection.note": [{ by: [father], text: "Så var det inte." }, { by: [father] }],
  "disclosure.request": [
    { disclosureKind: "party-insight", by: [mother] },
    { disclosureKind: "gdpr-access", by: [father] },
    { disclosureKind: "public-request", by: [] },
  ],
  "disclosure.decide": [
    { disclosureOutcome: "whole" },
    { disclosureOutcome: "none", reasons: "Det är inte klart att det kan lämnas utan men." },
  ],
  "access.lend": [{ until: "2026-12-31", reachReason: "Läser in sig." }],
  "access.end-loan": [{}],
  "access.bar": [{ conflictGround: "other-circumstance", reachReason: "Grannar." }],
  "access.lift-bar": [{ reachReason: "Flyttat." }],
  "disclosure.hand-over": [{ disclosureWay: "handed-over" }],
  "record.correct": [
    { correctionReason: "Fel dag.", summary: "Samtal i skolan." },
    { correctionReason: "Skrivfel.", text: "Rättad text." },
    { text: "Utan skäl." },
  ],
  "record.undo": [{}],
  "record.move": [{ movedReason: "Fel akt." }],
  "consent.withdraw": [{ by: [mother] }, { by: [child] }],
  "basis.fix": [{}],
  "basis.review": [{ outcome: "approved" }, {}],
  "basis.communicate": [{ to: [mother, father], answerBy: "2026-07-30" }],
  "party.answer": [{ party: [mother, father], position: "agrees" }],
  "basis.sign": [{}],
  "decision.make": [decision, { ...decision, favourable: false, type: "close-without-measure" }],
  "decision.notify": [{ to: [mother], receivedOn: "2026-12-01", appealInfo: true }],
  "decision.appeal": [{ by: [father], arrivedOn: "2026-06-10", text: "Överklagar." }, {}],
  "investigation.extend": [
    { until: "2026-12-30", reason: "police", reasonText: "Förundersökning." },
  ],
  "investigation.close": [{ result: "granted" }, { result: "no-need" }],
  "measure.order": [{ goals: [{ id: id(930), goal: id(911) }] }, { goals: [{ id: id(931) }] }],
  "measure.start": [{}],
  "access.appoint": [{ until: "2026-12-31" }],
  "measure.read-report": [{ text: "Ringer skolan." }],
  "access.end-appointment": [{}],
  "implementation-plan.make": [
    { newGoals: [{ id: id(932), need: id(910), words: "Sova.", measurable: true }] },
    { newGoals: [{ id: id(933), words: "Sova." }] },
  ],
  "implementation-plan.revise": [{ nextFollowUp: "2026-09-01" }],
  "contact-plan.make": [{ goals: [{ id: id(936), goal: id(911) }] }],
  "contact-plan.revise": [{ howOften: "Varannan helg." }],
  "measure.follow-up": [
    { goals: [{ id: id(934), goal: id(911), attainment: "3" }], outcome: "continue" },
  ],
  "measure.withdraw-consent": [{ by: [mother] }],
  "measure.end": [{ reason: "goals-reached" }, {}],
  "follow-up-23.decide": [
    { afterWhat: "investigation", consent: "with-consent", reason: "Följs." },
  ],
  "follow-up-23.contact": [{ text: "Allt är bra.", childAlone: true }, {}],
  "follow-up-23.end": [{ outcome: "ended", text: "Slut." }],
  "matter.close": [{ reason: "Klart." }],
  "record.delete": [{}],
  "record.change": [{}],
};

/** Commands about a line of the record name it. */
export const aboutAnEntry: readonly string[] = [
  "objection.note",
  "record.correct",
  "record.undo",
  "record.move",
];

function moveOf(type: string): fc.Arbitrary<Move> {
  const known = answersOf[type] ?? [{}];
  return fc.record({
    type: fc.constant(type),
    data: fc.oneof(
      { weight: 4, arbitrary: fc.constant(known[0] ?? {}) },
      fc.constantFrom(...known),
    ),
    by: fc.oneof(
      { weight: 5, arbitrary: fc.constant(manager) },
      fc.constantFrom(worker, assistant),
    ),
    n: fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, fc.nat(2)),
    days: fc.nat(6),
    back: fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, fc.nat(6)),
    reasoned: fc.oneof({ weight: 5, arbitrary: fc.constant(true) }, fc.boolean()),
  });
}

const chainOrder = Object.keys(answersOf);

/** Steps of which each needs the one before: chance alone hardly ever puts them together. */
const pairs: readonly (readonly Move[])[] = [
  ["report.receive", "protection.assess", "report.link"],
  ["note.sign", "record.undo"],
  ["note.sign", "record.move"],
  ["talk.sign", "record.correct"],
].map((types) =>
  types.map((type) => {
    const [data = {}] = answersOf[type] ?? [];
    // Another report of the first matter; the line that was written just before.
    const n = types[0] === "report.receive" ? 2 : 0;
    return { type, data, n, by: manager, days: 0, back: 0, reasoned: true };
  }),
);

/** Whoever has been given an assignment tells how it goes. */
function reportOn(move: Move): Move {
  return { ...move, type: "act.record", data: reported, by: performer, days: 0, reasoned: true };
}

/** The chain with some steps left out, and now and then some steps out of turn. */
export const moves: fc.Arbitrary<readonly Move[]> = fc
  .tuple(
    fc.subarray(chainOrder, { minLength: 38 }),
    fc.array(fc.tuple(fc.nat(50), fc.constantFrom(...chainOrder)), { maxLength: 12 }),
    fc.array(fc.tuple(fc.nat(50), fc.constantFrom(...pairs)), { maxLength: 3 }),
  )
  .chain(([kept, extra, beside]) => {
    const types = [...kept];
    for (const [place, type] of extra) types.splice(place % (types.length + 1), 0, type);
    return fc.tuple(...types.map(moveOf)).map((made) => {
      const whole: Move[] = [...made];
      for (const [place, pair] of beside) whole.splice(place % (whole.length + 1), 0, ...pair);
      return whole.flatMap((move) =>
        move.type === "access.appoint" ? [move, reportOn(move)] : [move],
      );
    });
  });

export const reasons: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ["A-03", "A-06", "A-07", "A-10", "A-12", "B-02", "B-03", "B-05", "B-06", "C-01", "C-07"],
    ["D-05", "E-05", "E-06", "F-02", "GEN-03", "M-02", "M-03"],
  ].flatMap((rules) => rules.map((rule) => [rule, "Skäl."] as const)),
);
