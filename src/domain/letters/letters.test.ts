import { describe, expect, test } from "vitest";
import type { Uuid } from "../../kernel/ids.ts";
import {
  report,
  assessed,
  communicated,
  decision,
  decisionData,
  document,
  opened,
  received,
} from "../testing/story.ts";
import {
  at,
  basisContent,
  Chain,
  child,
  id,
  manager,
  mother,
  reportData,
  worker,
} from "../testing/chain.ts";
import { possibleLetters } from "./possible-letters.ts";

const letter = id(70);

function possible(chain: Chain, time = "2026-05-06T09:00") {
  if (chain.state === undefined) throw new Error("no akt");
  return possibleLetters(chain.state, id(1), chain.context(at(time), worker));
}

/** What the letter to somebody meets: the ids of the problems, or undefined where it is not there. */
function problemsFor(chain: Chain, kind: string, person?: Uuid, time?: string) {
  const found = possible(chain, time).find((one) => one.letter.id === kind);
  const recipient = found?.recipients.find((one) => one.person === person);
  return recipient?.problems.map((one) => one.id);
}

function send(
  chain: Chain,
  data: Record<string, string | string[]>,
  more = {},
  time = "2026-05-06T09:00",
) {
  const outcome = chain.give("letter.send", time, { ids: { letter, ...more }, data });
  return { ...outcome, found: outcome.problems.map((one) => one.id) };
}

function matterOf(chain: Chain) {
  const matter = chain.state?.matters[id(1)];
  if (matter === undefined) throw new Error("no matter");
  return matter;
}

const toMother = { recipient: "guardian", to: [mother], way: "post" };

describe("which letters may be made, and for whom", () => {
  test("follows what the matter has", () => {
    const kinds = (chain: Chain) =>
      possible(chain)
        .map((one) => one.letter.id)
        .toSorted();
    expect(kinds(received())).toEqual([
      "child-version",
      "consent",
      "feedback",
      "receipt",
      "summons",
      "transfer-request",
    ]);
    expect(kinds(opened())).toEqual(
      expect.arrayContaining(["information-request", "investigation-opened"]),
    );
    expect(kinds(communicated())).toContain("communication");
  });

  test("a child under fifteen is told in another way; from fifteen it is a party of its own", () => {
    expect(problemsFor(opened("2014-02-17"), "investigation-opened", child)).toEqual([
      "letter.child-too-young",
    ]);
    expect(problemsFor(opened("2011-05-06"), "investigation-opened", child)).toEqual([]);
    expect(problemsFor(opened("2011-05-07"), "investigation-opened", child)).toEqual([
      "letter.child-too-young",
    ]);
    expect(problemsFor(opened("2014-02-17"), "consent", child)).toEqual([]);
  });

  test("word goes to a reporter with a duty, and never to a private one (OSL 26:9 a)", () => {
    expect(problemsFor(opened(), "feedback")).toEqual([]);
    const chain = withReport({ ...reportData, reporterClass: "private" });
    chain.must("investigation.not-open", "2026-03-12T09:00", {
      by: manager,
      ids: { report },
      data: {
        outcome: "not-open",
        decidedAt: "2026-03-12T09:00",
        reason: "Nej.",
        risk: "Låg.",
        notOpenReason: "no-measure",
      },
      reasons: { "A-07": "Vet ej.", "A-10": "Privat." },
    });
    expect(problemsFor(chain, "feedback")).toContain("law.A-09.no-right-to-feedback");
    const sent = send(
      chain,
      { letter: "feedback", recipient: "reporter", way: "post" },
      { report },
    );
    expect(sent.ok).toBe(false);
  });

  test("nobody is written to where the reporter is anonymous", () => {
    const { reporterKind: _kind, ...rest } = reportData;
    const chain = withReport({ ...rest, reporterClass: "private", reporterAnonymous: true });
    expect(problemsFor(chain, "receipt")).toEqual(["letter.reporter-anonymous"]);
  });
});

describe("a letter that is sent", () => {
  test("asks for information only while an investigation is open (SoL 20:6)", () => {
    const ask = {
      letter: "information-request",
      recipient: "body",
      way: "post",
      recipientName: "Ekskolan",
      questions: "Hur mår barnet i skolan?",
    };
    expect(send(assessed(), ask).found).toEqual(["letter.no-investigation"]);
    const chain = opened();
    expect(send(chain, ask).ok).toBe(true);
    expect(matterOf(chain).acts.map(({ kind }) => kind)).toContain("consultation.requested");
  });

  test("tells that an investigation has begun: the same fact as if it were recorded by itself", () => {
    const chain = opened();
    expect(
      send(chain, { letter: "investigation-opened", ...toMother }, {}, "2026-03-09T11:00").ok,
    ).toBe(true);
    expect(matterOf(chain).investigation?.informed).toEqual([{ who: mother, on: "2026-03-09" }]);
    expect(matterOf(chain).letters).toMatchObject([
      { letter, kind: "investigation-opened", person: mother, on: "2026-03-09" },
    ]);
  });

  test("communicates the basis with its day to answer, and not without one (C-01)", () => {
    const chain = opened();
    chain.must("basis.fix", "2026-05-04T09:00", { ids: { document }, content: basisContent });
    const data = { letter: "communication", ...toMother };
    expect(send(chain, data).found).toEqual(["letter.input-missing"]);
    expect(send(chain, { ...data, answerBy: "2026-05-06" }).rules).toContain("C-01");
    expect(send(chain, { ...data, answerBy: "2026-05-20" }).ok).toBe(true);
    expect(matterOf(chain).basis?.communicated).toMatchObject([
      { party: mother, answerBy: "2026-05-20" },
    ]);
  });

  test("is answered, and is sent once", () => {
    const chain = opened();
    const data = {
      letter: "summons",
      ...toMother,
      meetingAt: "2026-05-12T13:00",
      meetingPlace: "Rådhuset",
    };
    expect(send(chain, data).ok).toBe(true);
    expect(send(chain, data).found).toEqual(["command.id-taken"]);
    chain.must("letter.answer", "2026-05-08T09:00", {
      ids: { letter },
      data: { answeredOn: "2026-05-08" },
    });
    expect(matterOf(chain).letters).toMatchObject([{ answeredOn: "2026-05-08" }]);
    const other = chain.give("letter.answer", "2026-05-08T09:00", {
      ids: { letter: id(71) },
      data: { answeredOn: "2026-05-08" },
    });
    expect(other.problems.map((one) => one.id)).toEqual(["letter.not-found"]);
  });

  test("about a decision needs the decision", () => {
    const chain = communicated();
    const data = { letter: "decision", ...toMother };
    expect(send(chain, data, { decision }).found).toEqual(["letter.no-decision"]);
    chain.must("basis.sign", "2026-05-20T09:00", {
      ids: { document },
      content: basisContent,
      reasons: { "D-02": "Sagt." },
    });
    chain.must("decision.make", "2026-05-20T10:00", {
      by: manager,
      ids: { decision },
      data: { ...decisionData, decidedAt: "2026-05-20T10:00" },
    });
    expect(send(chain, data, { decision }, "2026-05-21T09:00").ok).toBe(true);
  });

  test("goes to nobody outside the matter", () => {
    const stranger = {
      letter: "investigation-opened",
      recipient: "guardian",
      to: [id(199)],
      way: "post",
    };
    expect(send(opened(), stranger).found).toEqual(["letter.recipient-not-possible"]);
    expect(send(opened(), { ...stranger, to: [child] }).ok).toBe(false);
  });
});

describe("the child's own version", () => {
  const data = {
    letter: "child-version",
    recipient: "child",
    to: [child],
    way: "handed-over",
    versionOf: "decision",
    plainWhat: "Du ska få prata med Lisa varje vecka.",
    understood: "partly",
  };

  test("is for a child of any age, and says when it was given and whether it was understood", () => {
    const chain = opened("2019-02-17");
    expect(problemsFor(chain, "child-version", child)).toEqual([]);
    expect(send(chain, data).ok).toBe(true);
    expect(matterOf(chain).letters).toMatchObject([
      { kind: "child-version", understood: "partly" },
    ]);
    expect(matterOf(chain).investigation?.childInformed).toEqual({
      way: "written",
      understood: "partly",
    });
  });

  test("does not stand for telling the parties that an investigation was opened (A-08)", () => {
    const chain = opened("2019-02-17");
    expect(send(chain, data).ok).toBe(true);
    expect(matterOf(chain).investigation?.informed).toEqual([]);
  });

  test("comes back with the child's own words", () => {
    const chain = opened("2019-02-17");
    expect(send(chain, data).ok).toBe(true);
    chain.must("letter.answer", "2026-05-10T09:00", {
      ids: { letter },
      data: { answeredOn: "2026-05-10", childsWords: "Det stämmer.", visibleTo: ["child"] },
    });
    expect(matterOf(chain).letters).toMatchObject([{ answeredOn: "2026-05-10" }]);
  });
});

function withReport(data: typeof reportData): Chain {
  const chain = new Chain("2014-02-17");
  chain.must("akt.create", "2026-03-02T10:05", { ids: { person: child } });
  chain.must("report.receive", "2026-03-02T10:05", { ids: { report }, data });
  chain.must("protection.assess", "2026-03-02T14:00", {
    ids: { report },
    data: { assessedAt: "2026-03-02T14:00", outcome: "no-immediate-need", reasons: "Trygg." },
  });
  return chain;
}
