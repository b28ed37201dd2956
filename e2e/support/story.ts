import type { GivenAnswers } from "./form.ts";
import type { Family } from "./family.ts";
import type { Report } from "./journey.ts";

/** Words that nobody but the unit may read: they are looked for everywhere else. */
export const canary = {
  name: "Kanariefågel Hemligsson",
  contact: "070-174 06 99",
} as const;

/** The child's own words in the talk, and to whom they may be shown. */
export const childsWords = "Jag vill att det ska vara tyst hemma.";

/** Says nothing that tells who reported. */
export const firstReport: Report = {
  common: "Barnen är ofta ensamma hemma på kvällarna och det bråkas mycket hos familjen.",
  onlyChild: "Lova har inte varit i skolan på en vecka.",
  answers: {
    kind: "report",
    arrivedAt: "2026-03-02T07:45",
    channel: "phone",
    readBack: true,
    reporterKind: "neighbour-private",
    reporterClass: "private",
    reporterName: canary.name,
    reporterContact: canary.contact,
    reporterShielded: true,
    shieldBasis: "Är rädd för följderna.",
    familyKnows: false,
    reasons: ["supervision", "school"],
    mainReason: "supervision",
    concerns: "guardian",
    violence: ["none"],
  },
  protection: {
    assessedAt: "2026-03-02T07:55",
    outcome: "no-immediate-need",
    basis: "Anmälan och samtal med mormodern.",
    reasons: "Lova är hos sin mormor i kväll och är trygg där.",
    lateArrival: false,
  },
};

/** From the school; by e-mail where the later specification tells that from other digital mail. */
export function secondReport(later: boolean): Report {
  return {
    common: "Skolan är fortsatt orolig för Lovas frånvaro.",
    onlyChild: "",
    answers: {
      kind: "report",
      arrivedAt: "2026-03-16T08:00",
      channel: later ? "email" : "e-service",
      reporterKind: "school",
      reporterClass: "duty-general",
      reporterName: "Rektor Gun Lavén",
      reporterAnonymous: false,
      wantsFeedback: true,
      familyKnows: true,
      reasons: ["school"],
      mainReason: "school",
      concerns: "child",
      violence: ["none"],
    },
    protection: {
      assessedAt: "2026-03-16T08:00",
      outcome: "no-immediate-need",
      reasons: "Samma oro som tidigare, inget akut.",
    },
  };
}

export const siblingProtection: GivenAnswers = {
  assessedAt: "2026-03-02T08:00",
  outcome: "no-immediate-need",
  reasons: "Vilmer är också hos mormodern.",
};

export function preliminaryNote({ child, mother, father }: Family): GivenAnswers {
  return {
    contacts: [{ who: mother.name, how: "phone", on: "2026-03-04" }],
    childParticipation: "guardian-refused",
    participationReason: "Föräldrarna ville vänta.",
    guardiansHeard: [
      { guardian: mother.name, heard: "yes" },
      { guardian: father.name, heard: "no", reason: "Svarade inte i telefon." },
    ],
    reportMeeting: "not-suitable",
    text: `${child.given} har frånvaro och det bråkas om den hemma.`,
  };
}

export const openingReasons: GivenAnswers = {
  decidedAt: "2026-03-09T08:00",
  reason: "Frånvaron är hög och det bråkas hemma. Det behöver utredas om Lova behöver stöd.",
};

export const notOpening: GivenAnswers = {
  decidedAt: "2026-03-09T08:00",
  reason: "Uppgifterna gäller främst systern. Vilmer har det bra enligt förskolan.",
  notOpenReason: "no-measure",
  risk: "Risken för Vilmer bedöms som låg.",
  informedFamily: "Modern har fått veta per telefon.",
};

export const linkReasons: GivenAnswers = {
  decidedAt: "2026-03-16T08:00",
  reason: "Uppgifterna rör samma frågor som den pågående utredningen.",
};

export function informing({ child, mother, father }: Family): GivenAnswers {
  return {
    who: [child.name, mother.name, father.name],
    on: "2026-03-16T08:00",
    how: "meeting",
    text: "Familjen fick veta varför utredningen har inletts.",
    childInformed: "oral",
    childUnderstood: "yes",
  };
}

export function talk({ child }: Family): GivenAnswers {
  return {
    occurredAt: "2026-03-16T08:00",
    withPersons: [child.name],
    alone: true,
    place: "Skolan",
    minutes: 40,
    consent: "Samtalet hölls inom utredningen.",
    summary: "Lova berättar hur det är på kvällarna.",
    childsWords,
    visibleTo: ["child"],
  };
}

export const note: GivenAnswers = {
  occurredAt: "2026-03-16T08:00",
  text: "Skolsköterskan bokar ett besök i nästa vecka.",
};

/** The parts of the decision basis outside the twelve areas. */
export function basis({ mother, father }: Family, later: boolean): GivenAnswers {
  return {
    matterSummary: "Lovas frånvaro från skolan och bråken hemma.",
    procedure: "Samtal med Lova, båda vårdnadshavarna och skolan.",
    informants: later ? ["school", "disability-support"] : ["school"],
    childView: "Lova vill att det ska bli lugnare hemma.",
    ...(later ? { childsHelpers: "Mormor" } : {}),
    guardianViews: [
      { guardian: mother.name, text: "Vill ha stöd.", involved: "yes" },
      { guardian: father.name, text: "Tveksam men går med på det.", involved: "partly" },
    ],
    exposure: "suspected",
    exposureText: "Återkommande bråk under minst ett halvår.",
    weighing: "Skyddande: mormodern och en nära vän. Risk: bråken och frånvaron.",
    consequences: "Frånvaron ökar.",
    centralNeeds: [{ area: "BU3", words: "Lugn hemma på kvällarna" }],
    bestInterests: "Det är bäst för Lova att familjen får stöd nu.",
    measureNeed: "with-assessment",
    sipNeed: "no",
    conclusions: "Familjen behöver stöd.",
    goals: [
      {
        need: "Lugn hemma på kvällarna",
        words: "Det är lugnt hemma på kvällarna",
        measurable: true,
      },
    ],
    proposal: "Familjen beviljas familjebehandling.",
  };
}

export function communication({ mother, father }: Family): GivenAnswers {
  return {
    to: [mother.name, father.name],
    how: "Vid ett möte",
    answerBy: "2026-05-18",
  };
}

/** How the investigation ends: with a measure, or without one but with a follow-up of the child's situation. */
export type Ending = "measure" | "follow-up-23";

export function decision({ mother, father }: Family, ending: Ending): GivenAnswers {
  const shared = {
    decidedAt: "2026-05-20T08:00",
    bestInterests: "Stöd i hemmet är bäst för Lova.",
    childsView: "Lova vill att det ska bli lugnare.",
    childPosition: "consents",
    legalBasis: ["sol25-11-1"],
  };
  if (ending === "follow-up-23") {
    return {
      ...shared,
      type: "close-without-measure",
      wording: "Utredningen avslutas utan insats.",
      legalBasis: ["sol25-20-3"],
      favourable: false,
      reasons: "Behov av stöd finns men vårdnadshavarna samtycker inte.",
      guardianPositions: [
        { guardian: mother.name, position: "opposes" },
        { guardian: father.name, position: "opposes" },
      ],
      followUp23: "without-consent",
    };
  }
  return {
    ...shared,
    type: "open-measure",
    wording: "Familjen beviljas familjebehandling i öppenvård.",
    favourable: true,
    validFrom: "2026-05-20",
    measureTypes: ["family-treatment"],
    reasons: "Lova behöver lugn hemma och familjen behöver stöd för att nå dit.",
    guardianPositions: [
      { guardian: mother.name, position: "consents" },
      { guardian: father.name, position: "consents" },
    ],
  };
}

export function closing(ending: Ending): GivenAnswers {
  return { result: ending === "measure" ? "granted" : "no-consent", reason: "Se beslutet." };
}

export function notice({ mother, father }: Family): GivenAnswers {
  return {
    to: [mother.name, father.name],
    receivedOn: "2026-05-20",
    how: "Vid ett möte",
    appealInfo: true,
  };
}

export const followUpDecision: GivenAnswers = {
  afterWhat: "investigation",
  consent: "without-consent",
  reason: "Lova är i särskilt behov av stöd. Vårdnadshavarna samtycker inte.",
  contacts: "Skolan och Lova",
  decidedAt: "2026-05-20T08:00",
};

export function followUpContact({ child }: Family): GivenAnswers {
  return {
    occurredAt: "2026-06-15T08:00",
    withPersons: [child.name],
    childAlone: true,
    childParticipation: "alone",
    text: "Lova säger att det är lugnare hemma.",
  };
}

export const followUpEnd: GivenAnswers = {
  outcome: "ended",
  text: "Det har blivit lugnare hemma. Uppföljningen avslutas.",
};
