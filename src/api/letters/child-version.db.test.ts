import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import type { listLetters } from "../../contract/letters/list-letters.ts";
import type { makeLetter } from "../../contract/letters/make-letter.ts";
import type { previewLetter } from "../../contract/letters/preview-letter.ts";
import type { CommandAnswer } from "../../contract/shapes.ts";
import type { childPage } from "../../contract/views/child-page.ts";
import { bare } from "../../print/testing/pdf-text.ts";
import { jpeg, png } from "../../store/received/testing/files.ts";
import { answers, openReceivedWorld, type ReceivedWorld } from "../testing/received-world.ts";
import { textOfFile } from "../testing/text-of-file.ts";
import { DEMO_TIMEOUT, type TestUser } from "../testing/test-app.ts";

type Letters = z.infer<typeof listLetters.answer>;
type Made = z.infer<typeof makeLetter.answer>;
type Preview = z.infer<typeof previewLetter.answer>;
type Page = z.infer<typeof childPage.answer>;

const MAKE = "/api/v1/letters/make-letter";
const PREVIEW = "/api/v1/letters/preview-letter";

let world: ReceivedWorld;
let mira: TestUser;
let child: string;

beforeAll(async () => {
  world = await openReceivedWorld();
  mira = await world.user("mira");
  const { akt, matter } = world.of("Vidar");
  const planned = await mira.post("/api/v1/measure/make-implementation-plan", {
    commandId: randomUUID(),
    akt,
    matter,
    ids: { measure: await measureOf() },
    data: {
      madeAt: "2026-11-24T10:00",
      childParticipation: "alone",
      newGoals: [{ id: randomUUID(), area: "BU3", words: "Vidar vet vem han kan ringa." }],
      nextFollowUp: "2027-01-15",
    },
    reasons: { "D-05": "Sagt.", "D-06": "Sagt." },
  });
  if (planned.status !== 200) throw new Error(JSON.stringify(planned.body));
  child = (await mira.get<Page>(`/api/v1/akt/${world.of("Vidar").akt}`)).body.person;
}, DEMO_TIMEOUT);
afterAll(() => world.app.close());

async function measureOf(): Promise<string> {
  const [row] = await world.query<{ measure: string }>(
    `select m.value ->> 'measure' as measure from stream_state s,
       json_array_elements(s.state -> 'matters' -> '${world.of("Vidar").matter}' -> 'measures') m`,
  );
  if (row === undefined) throw new Error("no measure");
  return row.measure;
}

function bodyOf(data: object, ids: Readonly<Record<string, string>> = {}) {
  const { akt, matter } = world.of("Vidar");
  return {
    akt,
    matter,
    ids: { letter: randomUUID(), ...ids },
    data: {
      letter: "child-version",
      recipient: "child",
      to: [child],
      way: "handed-over",
      versionOf: "implementation-plan",
      ...data,
    },
  };
}

async function piecesOf(versionOf: string): Promise<Preview["pieces"]> {
  const answer = await mira.post<Preview>(PREVIEW, bodyOf({ versionOf }));
  expect(answer.status, answer.problems.join()).toBe(200);
  return answer.body.pieces;
}

describe("the child's own version", () => {
  it("is filled from the plan by id: goals, measures, who and when", async () => {
    const pieces = await piecesOf("implementation-plan");
    const prompts = pieces.map(({ prompt }) => prompt);
    expect([...new Set(prompts)]).toEqual(["goal", "measure", "who", "when"]);
    const akt = await mira.get<Page>(`/api/v1/akt/${world.of("Vidar").akt}`);
    const goals = akt.body.matters.flatMap((matter) => matter.goals.map(({ id }) => id));
    const goal = pieces.find(({ prompt }) => prompt === "goal");
    expect(goals).toContain(goal?.of);
    expect(goal?.record).not.toBe("");
    expect(pieces.find(({ prompt }) => prompt === "who")?.record).toContain("Mira Falkö");
  });

  it("has its own things for the plan of the investigation, the basis and the decision", async () => {
    const prompts = async (versionOf: string) =>
      new Set((await piecesOf(versionOf)).map(({ prompt }) => prompt));
    expect(await prompts("basis")).toEqual(new Set(["need", "goal", "who"]));
    expect(await prompts("decision")).toEqual(new Set(["decided", "measure", "who", "when"]));
  });

  it("is printed with the writer's words, the drawings and the child's own picture", async () => {
    const taken = await world.take(mira, [world.of("Vidar")], png(), {
      ...answers,
      kind: "picture",
      sender: "child",
      about: "En teckning",
    });
    expect(taken.status, taken.problems.join()).toBe(200);
    const [drawing] = (await world.list(mira, world.of("Vidar"))).documents;
    const pieces = await piecesOf("implementation-plan");
    const [goal] = pieces.filter(({ prompt }) => prompt === "goal");
    const [when] = pieces.filter(({ prompt }) => prompt === "when");
    const body = bodyOf({
      drawing: drawing?.received,
      plain: [
        {
          id: randomUUID(),
          prompt: "goal",
          of: goal?.of,
          words: "Du sover gott.",
          picture: "sleep",
        },
        { id: randomUUID(), prompt: "when", of: when?.of, leftOut: true },
      ],
    });
    const made = await mira.post<Made>(MAKE, body);
    expect(made.status, JSON.stringify(made.body)).toBe(200);
    const { text, strings } = await textOfFile(world, made.body.file);
    expect(text).toContain(bare("Du sover gott."));
    expect(text).not.toContain(bare(goal?.record ?? "-"));
    expect(text).not.toContain(bare(when?.record ?? "-"));
    expect(strings).toContain("en måne och en säng");
    expect(strings).toContain("En bild från dig.");
    expect(strings).toContain("<pdfaid:part>2</pdfaid:part>");
  });

  it("says when a picture is broken, and that nothing was said in plain words", async () => {
    const taken = await world.take(mira, [world.of("Vidar")], jpeg(), {
      ...answers,
      kind: "picture",
      sender: "child",
      about: "En trasig bild",
    });
    expect(taken.status).toBe(200);
    const { documents } = await world.list(mira, world.of("Vidar"));
    const broken = documents.find(({ about }) => about === "En trasig bild");
    const body = bodyOf({ plainWhat: "Hej!", drawing: broken?.received });
    expect((await mira.post(MAKE, body)).problems).toEqual(["enclosure.unreadable"]);
    expect((await mira.post(MAKE, bodyOf({}))).problems).toEqual(["letter.no-plain-words"]);
  });

  it("is recorded with when, by whom and whether the child understood; the answer can be cited", async () => {
    const body = bodyOf({ plainWhat: "Du får prata med Lisa.", understood: "partly" });
    const sent = await mira.post<CommandAnswer>("/api/v1/letters/send-letter", {
      ...body,
      commandId: randomUUID(),
    });
    expect(sent.status, JSON.stringify(sent.body)).toBe(200);
    const answered = await mira.post("/api/v1/letters/record-letter-answer", {
      commandId: randomUUID(),
      akt: body.akt,
      matter: body.matter,
      ids: { letter: body.ids.letter },
      data: { answeredOn: "2026-11-25", childsWords: "Jag vill ha Lisa.", visibleTo: ["child"] },
    });
    expect(answered.status, JSON.stringify(answered.body)).toBe(200);
    const letters = await mira.get<Letters>(`/api/v1/akt/${body.akt}/letters`);
    expect(letters.body.sent.at(-1)).toMatchObject({
      kind: "child-version",
      by: "Mira Falkö",
      understood: "partly",
      said: true,
    });
    const page = await mira.get<Page>(`/api/v1/akt/${body.akt}`);
    expect(page.body.childsWords.map(({ text }) => text)).toContain("Jag vill ha Lisa.");
  });
});
