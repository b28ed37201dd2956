import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import type { listLetters } from "../../contract/letters/list-letters.ts";
import type { makeLetter } from "../../contract/letters/make-letter.ts";
import type { makeReceivedCopy } from "../../contract/received/make-copy.ts";
import { bare } from "../../print/testing/pdf-text.ts";
import { pdfOf, png } from "../../store/received/testing/files.ts";
import { answers, bodyFor, openReceivedWorld, RECEIVE } from "../testing/received-world.ts";
import type { ReceivedWorld } from "../testing/received-world.ts";
import { textOfFile } from "../testing/text-of-file.ts";
import { DEMO_TIMEOUT, type TestUser } from "../testing/test-app.ts";

type Letters = z.infer<typeof listLetters.answer>;
type Recipient = Letters["possible"][number]["recipients"][number];
type Made = z.infer<typeof makeLetter.answer>;

const MAKE = "/api/v1/letters/make-letter";
const COPY = "/api/v1/received/make-copy";
const meeting = { meetingAt: "2026-12-02T13:00", meetingPlace: "Rådhuset, rum 3" };

let world: ReceivedWorld;
let jonatan: TestUser;
let petra: Recipient;
let jonas: Recipient;

beforeAll(async () => {
  world = await openReceivedWorld();
  jonatan = await world.user("jonatan");
  const [one, other] = await guardians();
  if (one === undefined || other === undefined) throw new Error("no guardians");
  [petra, jonas] = [one, other];
}, DEMO_TIMEOUT);
afterAll(() => world.app.close());

async function lettersOf(): Promise<Letters> {
  return (await jonatan.get<Letters>(`/api/v1/akt/${world.of("Elmer").akt}/letters`)).body;
}

async function guardians(): Promise<readonly Recipient[]> {
  const summons = (await lettersOf()).possible.find(({ letter }) => letter === "summons");
  return summons?.recipients.filter(({ role }) => role === "guardian") ?? [];
}

function summons(to: Recipient, items: readonly string[], more: object = {}) {
  const { akt, matter } = world.of("Elmer");
  return {
    akt,
    matter,
    ids: { letter: randomUUID() },
    data: {
      letter: "summons",
      recipient: "guardian",
      to: [to.person],
      way: "post",
      ...meeting,
      enclosures: items.map((item) => ({ id: randomUUID(), kind: "received", item })),
    },
    ...more,
  };
}

/** Takes in a document with answers of its own; gives its id. */
async function takeIn(bytes: Buffer | string, data: object): Promise<string> {
  const elmer = world.of("Elmer");
  const about = randomUUID();
  const all = { ...answers, ...data, about };
  const done =
    typeof bytes === "string"
      ? await jonatan.post(RECEIVE, bodyFor([elmer], { data: { ...all, text: bytes } }))
      : await world.take(jonatan, [elmer], bytes, all);
  expect(done.status, done.problems.join()).toBe(200);
  const { documents } = await world.list(jonatan, elmer);
  const found = documents.find((one) => one.about === about);
  if (found === undefined) throw new Error("not taken in");
  return found.received;
}

async function enclosureOf(to: Recipient, item: string) {
  const found = (await guardians()).find(({ person }) => person === to.person);
  return found?.enclosures.find((one) => one.item === item);
}

describe("enclosures of a letter", () => {
  it("stand in its file, each with pages of its own; a PDF that came in has a file of its own", async () => {
    const mail = await takeIn("Från: skolan\n\nElmer har varit borta nio dagar.", {});
    const scan = await takeIn(png(), { kind: "certificate" });
    const pdf = await takeIn(pdfOf(2), { kind: "record-copy" });
    const body = summons(petra, [mail, scan, pdf]);
    const made = await jonatan.post<Made>(MAKE, body);
    expect(made.status, JSON.stringify(made.body)).toBe(200);
    expect(made.body.beside.map(({ label }) => label)).toEqual([
      "Journalkopia som kom in den 24 november 2026",
    ]);
    const letter = await textOfFile(world, made.body.file);
    expect(letter.text).toContain(bare("1. Skolans underlag som kom in den 24 november 2026"));
    expect(letter.text).toContain(bare("Elmer har varit borta nio dagar."));
    expect(letter.text).toContain(bare("Sida 1 av 1"));
    expect(letter.strings).toContain("<pdfaid:part>2</pdfaid:part>");
    const beside = await textOfFile(world, made.body.beside[0]?.file ?? "");
    expect(beside.strings).not.toContain("<pdfaid:part>");
    expect(beside.name).toMatch(/^handling-[0-9a-f]{8}-[0-9a-f]{4}\.pdf$/);
  });

  it("are separate files where that is wanted, and the unit's own copy has none of them", async () => {
    const mail = await takeIn("Från: skolan\n\nSchemat för våren.", {});
    const apart = await jonatan.post<Made>(MAKE, summons(petra, [mail], { together: false }));
    expect(apart.body.beside).toHaveLength(1);
    const letter = await textOfFile(world, apart.body.file);
    expect(letter.text).not.toContain(bare("Schemat för våren"));
    expect(letter.text).toContain(bare("Bilagor"));
    const own = await jonatan.post<Made>(MAKE, summons(petra, [mail], { copy: "internal" }));
    expect(own.body.beside).toEqual([]);
    expect((await textOfFile(world, own.body.file)).text).not.toContain(bare("Schemat för våren"));
  });

  it("never hold what is hidden from the recipient, and say so", async () => {
    const hidden = await takeIn("Bara för mamma.", { hiddenFrom: [jonas.person] });
    expect(await enclosureOf(petra, hidden)).toMatchObject({ kind: "received" });
    expect((await enclosureOf(jonas, hidden))?.problems).toMatchObject([
      { id: "enclosure.hidden" },
    ]);
    const refused = await jonatan.post(MAKE, summons(jonas, [hidden]));
    expect(refused.problems).toContain("enclosure.hidden");
    const sent = await jonatan.post("/api/v1/letters/send-letter", {
      ...summons(jonas, [hidden]),
      commandId: randomUUID(),
    });
    expect(sent.problems).toContain("enclosure.hidden");
    expect((await jonatan.post(MAKE, summons(petra, [hidden]))).status).toBe(200);
  });

  it("never hold what is marked as revealing a reporter; another mark is told of", async () => {
    const secret = await takeIn(png(), { secrecyMarks: ["reporter"] });
    expect((await jonatan.post(MAKE, summons(petra, [secret]))).problems).toContain(
      "enclosure.secret",
    );
    const { akt, matter } = world.of("Elmer");
    const copy = { akt, matter, received: secret };
    expect((await jonatan.post(COPY, { ...copy, recipient: petra.person })).problems).toEqual([
      "enclosure.secret",
    ]);
    expect((await jonatan.post(COPY, { ...copy, recipient: "internal" })).status).toBe(200);
    const marked = await takeIn(png(), { secrecyMarks: ["senders-mark"] });
    expect((await enclosureOf(petra, marked))?.problems).toMatchObject([
      { id: "enclosure.marked", severity: "warn" },
    ]);
  });

  it("are nothing for a body or a reporter, nor anything of another matter", async () => {
    const { possible } = await lettersOf();
    const others = possible.flatMap(({ recipients }) =>
      recipients.filter(({ role }) => role === "reporter" || role === "body"),
    );
    expect(others.length).toBeGreaterThan(0);
    expect(others.flatMap(({ enclosures }) => enclosures)).toEqual([]);
    expect((await jonatan.post(MAKE, summons(petra, [randomUUID()]))).problems).toContain(
      "enclosure.not-possible",
    );
  });
});

describe("a copy of a document that came in", () => {
  it("is made by page, and only for a party", async () => {
    const received = await takeIn(pdfOf(3), {});
    const { akt, matter } = world.of("Elmer");
    const body = { akt, matter, received, recipient: petra.person };
    const made = await jonatan.post<z.infer<typeof makeReceivedCopy.answer>>(COPY, {
      ...body,
      fromPage: 2,
      toPage: 3,
    });
    expect(made.status, JSON.stringify(made.body)).toBe(200);
    expect(made.body.archive).toBe(false);
    expect((await textOfFile(world, made.body.file)).strings).toContain("Sida 3 i handlingen");
    expect((await jonatan.post(COPY, { ...body, fromPage: 9 })).problems).toEqual([
      "received.no-such-page",
    ]);
    expect((await jonatan.post(COPY, { ...body, recipient: randomUUID() })).problems).toEqual([
      "print.recipient-not-party",
    ]);
    const ylva = await world.user("ylva");
    expect((await ylva.post(COPY, body)).problems).toEqual(["access.not-yours"]);
  });
});

describe("a shielded reporter", () => {
  it("is in no letter, enclosure, list or name, whoever asks for it", async () => {
    const needles = ["Sune", "Axelgård"];
    const named = await takeIn("Hej! Det var Sune Axelgård som ringde er.", {});
    const clean = await takeIn("Hej! Här är schemat.", { senderName: "Sune Axelgård" });
    for (const to of [petra, jonas]) {
      const told = await jonatan.post(MAKE, summons(to, [named]));
      expect(told.problems).toEqual(["print.reporter-named-in-text"]);
      const made = await jonatan.post<Made>(MAKE, summons(to, [clean]));
      expect(made.status, JSON.stringify(made.body)).toBe(200);
      const { text, strings, name } = await textOfFile(world, made.body.file);
      const preview = await jonatan.post("/api/v1/letters/preview-letter", summons(to, [clean]));
      for (const needle of needles) {
        expect(text).not.toContain(bare(needle));
        expect(strings).not.toContain(needle);
        expect(name).not.toContain(needle);
        expect(made.response.body).not.toContain(needle);
        expect(preview.response.body).not.toContain(needle);
      }
    }
    for (const needle of needles) {
      expect(JSON.stringify(await lettersOf())).not.toContain(needle);
    }
  });
});
