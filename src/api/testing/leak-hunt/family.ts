import type { DemoFamily, DemoStep } from "../../../demo/demo-files.ts";
import { basisOf } from "./basis.ts";
import type { Cast, Someone } from "./cast.ts";

/** The day of the report, counted from today; the chain follows at the pace of the demo board. */
const REPORTED = -88;

/** A family with everything that happened to it: a report, talks, an investigation, a basis, and what is secret in it. */
export function familyOf(cast: Cast): DemoFamily {
  return {
    family: cast.key,
    persons: personsOf(cast),
    relations: [
      ["home", "guardian", "child"],
      ["away", "guardian", "child"],
    ],
    registered: { day: REPORTED, at: "09:00", by: "ylva" },
    steps: [
      report(cast),
      ...begun(cast),
      ...written(cast),
      ...signed(cast),
      ...protectedLater(cast),
    ],
  };
}

function personsOf(cast: Cast) {
  const { child, home, away, plot } = cast;
  const level = { protectionLevel: "secrecy-marking" };
  const kept = { contactHiddenFrom: ["@away"] };
  const first = plot === "child" ? { ...level, ...kept } : {};
  return {
    home: { ...basics(home), ...first },
    away: { ...basics(away), ...(plot === "guardian" ? level : {}) },
    child: {
      ...basics(child),
      ...first,
      addressKind: "one-guardian",
      custody: "joint",
      schoolName: child.school,
      schoolContact: `${child.mail}@exempel.se`,
      countryOfBirth: "SE",
      disability: "no",
      unaccompanied: false,
    },
  };
}

function basics({ given, family, number, birthDate, street, phone }: Someone) {
  return {
    givenName: given,
    familyName: family,
    identityNumber: number,
    birthDate,
    legalSex: "female",
    address: `${street} 7, 999 31 Lindvik`,
    phone,
    language: "sv",
    interpreter: false,
  };
}

function report(cast: Cast): DemoStep {
  const { reporter, plot } = cast;
  const shielded = plot === "reporter" || plot === "reporter-text";
  const named = `${reporter.given} ${reporter.family}`;
  const common =
    plot === "reporter-text"
      ? `${named} på ${reporter.workplace} såg barnet i går. Ring ${reporter.phone}.`
      : "Barnet var ensamt hemma i går kväll.";
  return {
    day: REPORTED,
    at: "09:30",
    by: "ylva",
    do: "report.receive",
    children: [{ child: "child", matter: cast.key, report: "report" }],
    reasons: { "A-01": "x", "A-06": "x", "AKT-10": "x" },
    data: {
      kind: "report",
      arrivedAt: `$day${REPORTED} 09:15`,
      channel: "phone",
      readBack: true,
      reporterKind: "neighbour-private",
      reporterClass: "private",
      reporterAnonymous: false,
      reporterShielded: shielded,
      ...(shielded ? whoReported(reporter) : {}),
      wantsFeedback: false,
      familyKnows: true,
      reasons: ["basic-care"],
      mainReason: "basic-care",
      concerns: "guardian",
      violence: ["none"],
      parts: [{ audience: "common", text: common }],
    },
  };
}

function whoReported(reporter: Someone) {
  return {
    reporterName: `${reporter.given} ${reporter.family}`,
    reporterWorkplace: reporter.workplace,
    reporterContact: `${reporter.phone}, ${reporter.mail}@exempel.se`,
    reporterRelation: "granne",
    shieldBasis: "Rädd för hot.",
  };
}

/** Allocation, protection assessment and the opening of the investigation. */
function begun({ key, worker }: Cast): readonly DemoStep[] {
  const matter = { matter: key, reasons: {} };
  return [
    {
      ...matter,
      day: -88,
      at: "10:41",
      by: "gunnel",
      do: "matter.assign",
      ids: { unit: "@mottagning", worker: "@ylva" },
      data: {},
    },
    {
      ...matter,
      day: -88,
      at: "14:10",
      by: "ylva",
      do: "protection.assess",
      ids: { report: "#report" },
      data: {
        assessedAt: "$now",
        outcome: "no-immediate-need",
        lateArrival: false,
        basis: "Samtal.",
        reasons: "Det finns mat hemma.",
      },
    },
    {
      ...matter,
      day: -78,
      at: "11:10",
      by: "gunnel",
      do: "investigation.open",
      ids: { investigation: "#investigation", report: "#report", investigator: `@${worker}` },
      data: { outcome: "open", decidedAt: "$now", reason: "Omsorgen behöver utredas." },
    },
    {
      ...matter,
      day: -78,
      at: "11:15",
      by: "gunnel",
      do: "matter.assign",
      ids: { unit: "@utredning", worker: `@${worker}` },
      data: {},
    },
  ];
}

/** Notes, talks and information, with the secrets in their texts as people write them. */
function written(cast: Cast): readonly DemoStep[] {
  const { key, worker, child, plot } = cast;
  const matter = { matter: key, ids: {}, reasons: {} };
  const ofProtected = plot === "child" || plot === "later";
  const where = ofProtected
    ? `Familjen bor på ${child.street} 7. Skolan heter ${child.school}. Telefon ${child.phone}.`
    : "Mötet hölls på kontoret.";
  return [
    {
      ...matter,
      day: -76,
      at: "09:10",
      by: worker,
      do: "party.inform",
      data: {
        who: ["@home", "@away", "@child"],
        how: "oral",
        text: "Alla informeras.",
        childInformed: "oral",
        childUnderstood: "yes",
      },
    },
    { ...matter, day: -60, at: "09:40", by: worker, do: "note.sign", data: { text: where } },
    {
      ...matter,
      day: -59,
      at: "09:40",
      by: worker,
      do: "talk.sign",
      data: {
        occurredAt: "$now",
        withPersons: ["@child", "@home", "@away"],
        alone: true,
        place: ofProtected ? child.school : "kontoret",
        minutes: 30,
        consent: "Ja.",
        summary: where,
        childsWords: "Det är bra.",
        visibleTo: ["child"],
      },
    },
  ];
}

/** The decision basis, from its first fixed version until it is signed. */
function signed(cast: Cast): readonly DemoStep[] {
  const { key, worker } = cast;
  const matter = { matter: key, ids: { document: "#basis" }, reasons: {} };
  const content = basisOf(cast);
  return [
    { ...matter, day: -24, at: "15:00", by: worker, do: "basis.fix", data: {}, content },
    {
      ...matter,
      day: -23,
      at: "09:00",
      by: "carina",
      do: "basis.review",
      data: { outcome: "approved" },
    },
    {
      ...matter,
      day: -22,
      at: "10:00",
      by: worker,
      do: "basis.communicate",
      data: { to: ["@home", "@away"], how: "post", answerBy: "$day-6" },
    },
    {
      ...matter,
      day: -15,
      at: "10:00",
      by: worker,
      do: "party.answer",
      ids: {},
      data: { party: ["@home"], position: "agrees", text: "Ja." },
    },
    {
      ...matter,
      day: -14,
      at: "10:00",
      by: worker,
      do: "party.answer",
      ids: {},
      data: { party: ["@away"], position: "agrees", text: "Ja." },
    },
    { ...matter, day: -2, at: "10:00", by: worker, do: "basis.sign", data: {}, sameContent: true },
  ];
}

/** The family is protected when everything has been written and shown already. */
function protectedLater({ plot, worker }: Cast): readonly DemoStep[] {
  if (plot !== "later") return [];
  const data = { protectionLevel: "secrecy-marking", contactHiddenFrom: ["@away"] };
  return ["child", "home"].map((person) => ({
    day: -1,
    at: "16:00",
    by: worker,
    do: "person.change" as const,
    person,
    data,
  }));
}
