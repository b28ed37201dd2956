import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import type { listLetters } from "../../contract/letters/list-letters.ts";
import type { makeLetter } from "../../contract/letters/make-letter.ts";
import type { previewLetter } from "../../contract/letters/preview-letter.ts";
import type { CommandAnswer } from "../../contract/shapes.ts";
import type { childPage } from "../../contract/views/child-page.ts";
import type { unitClocks } from "../../contract/views/unit-clocks.ts";
import { parseUuid } from "../../kernel/ids.ts";
import { bare, readPdf } from "../../print/testing/pdf-text.ts";
import { findFile, readFileBytes } from "../../store/files.ts";
import { inTenant } from "../../store/in-tenant.ts";
import {
  DEMO_TIMEOUT,
  makeTestDemo,
  openTestApp,
  signIn,
  type TestApp,
  type TestDemo,
  type TestUser,
} from "../testing/test-app.ts";

type Letters = z.infer<typeof listLetters.answer>;
type Made = z.infer<typeof makeLetter.answer>;
type Preview = z.infer<typeof previewLetter.answer>;

let app: TestApp;
let demo: TestDemo;
let jonatan: TestUser;
let mira: TestUser;
const akter = new Map<string, string>();

beforeAll(async () => {
  app = await openTestApp({ withDemo: true });
  demo = await makeTestDemo(app);
  const carina = await signIn(app, demo, "carina");
  [jonatan, mira] = await Promise.all([signIn(app, demo, "jonatan"), signIn(app, demo, "mira")]);
  const unit = await carina.get<z.infer<typeof unitClocks.answer>>("/api/v1/unit");
  for (const { child, akt } of unit.body.matters) akter.set(child.name.split(" ")[0] ?? "", akt);
}, DEMO_TIMEOUT);
afterAll(() => app.close());

interface Opened {
  readonly user: TestUser;
  readonly page: z.infer<typeof childPage.answer>;
  readonly letters: Letters;
}

async function open(user: TestUser, name: string): Promise<Opened> {
  const akt = akter.get(name);
  const page = await user.get<Opened["page"]>(`/api/v1/akt/${akt}`);
  const letters = await user.get<Letters>(`/api/v1/akt/${akt}/letters`);
  expect([page.status, letters.status], name).toEqual([200, 200]);
  return { user, page: page.body, letters: letters.body };
}

/** The body for a letter to the first recipient of a role, with the writer's words. */
function bodyFor({ page, letters }: Opened, kind: string, role: string, data: object = {}) {
  const found = letters.possible.find(
    (one) => one.letter === kind && one.recipients.some((each) => each.role === role),
  );
  const to = found?.recipients.find((each) => each.role === role)?.person;
  if (found === undefined) throw new Error(`no letter ${kind}`);
  return {
    akt: page.akt,
    matter: found.matter,
    ids: { ...found.ids, letter: randomUUID() },
    data: {
      letter: kind,
      recipient: role,
      way: "post",
      ...(to === null ? {} : { to: [to] }),
      ...data,
    },
  };
}

async function textOf(file: string): Promise<{ readonly text: string; readonly strings: string }> {
  return inTenant(app.pools.app, demo.tenant, async (tx) => {
    const id = parseUuid(file);
    const stored = id === undefined ? undefined : await findFile(tx, id);
    if (stored === undefined) throw new Error("no file");
    const { pages, strings } = readPdf(await readFileBytes(tx, stored));
    return { text: bare(pages.join("\n")), strings };
  });
}

const meeting = { meetingAt: "2026-12-02T13:00", meetingPlace: "Rådhuset, rum 3" };

describe("a letter", () => {
  it("is previewed, made once with a hash and a name that tells nothing, and recorded as sent", async () => {
    const elmer = await open(jonatan, "Elmer");
    const body = bodyFor(elmer, "summons", "guardian", meeting);
    const preview = await jonatan.post<Preview>("/api/v1/letters/preview-letter", body);
    expect(preview.body).toMatchObject({ problems: [], lacking: [], omitted: 0 });
    const made = await jonatan.post<Made>("/api/v1/letters/make-letter", body);
    expect(made.status, JSON.stringify(made.body)).toBe(200);
    expect(made.body.name).toMatch(/^brev-[0-9a-f]{8}-[0-9a-f]{4}\.pdf$/);
    expect(made.body.sha256).toMatch(/^[0-9a-f]{64}$/);
    const again = await jonatan.post<Made>("/api/v1/letters/make-letter", body);
    expect(again.body).toEqual(made.body);
    const { text } = await textOf(made.body.file);
    expect(text).toContain(bare("Rådhuset, rum 3"));
    expect(text).toContain(bare("Endast test: inga riktiga personuppgifter"));
    const sent = await jonatan.post<CommandAnswer>("/api/v1/letters/send-letter", {
      ...body,
      commandId: randomUUID(),
      ids: { ...body.ids, file: made.body.file },
    });
    expect(sent.status, JSON.stringify(sent.body)).toBe(200);
    const answered = await jonatan.post("/api/v1/letters/record-letter-answer", {
      commandId: randomUUID(),
      akt: body.akt,
      matter: body.matter,
      ids: { letter: body.ids.letter },
      data: { answeredOn: "2026-11-25" },
    });
    expect(answered.status, JSON.stringify(answered.body)).toBe(200);
    const { sent: list } = (await open(jonatan, "Elmer")).letters;
    expect(list).toMatchObject([
      { kind: "summons", file: made.body.file, answeredOn: "2026-11-25", way: "post" },
    ]);
  });

  it("lacks what nobody has filled in, and is not made", async () => {
    const elmer = await open(jonatan, "Elmer");
    const body = bodyFor(elmer, "summons", "guardian");
    const preview = await jonatan.post<Preview>("/api/v1/letters/preview-letter", body);
    expect(preview.body.lacking.toSorted()).toEqual(["meetingAt", "meetingPlace"]);
    const make = (more: object = {}) =>
      jonatan.post("/api/v1/letters/make-letter", { ...body, data: { ...body.data, ...more } });
    expect((await make()).problems).toEqual(["letter.input-missing"]);
    // A phrase that waits for its words, before and not only when the letter is sent.
    expect((await make({ meetingPlace: "‹plats›" })).problems).toEqual(["answer.to-fill-in"]);
  });

  it("to a private reporter tells neither child nor matter, and there is no word of what came of it", async () => {
    const elmer = await open(jonatan, "Elmer");
    const own = elmer.letters.possible.filter(({ recipients }) =>
      recipients.some(({ label }) => label === "privat anmälare"),
    );
    expect(own.map(({ letter }) => letter).toSorted()).toEqual(["feedback", "receipt"]);
    const feedback = own.find(({ letter }) => letter === "feedback");
    expect(feedback?.recipients[0]?.problems).toMatchObject([
      { id: "letter.not-for-reporter" },
      { id: "law.A-09.no-right-to-feedback", ruleId: "A-09" },
    ]);
    const receipt = own.find(({ letter }) => letter === "receipt");
    const body = {
      akt: elmer.page.akt,
      matter: receipt?.matter,
      ids: { ...receipt?.ids, letter: randomUUID() },
      data: { letter: "receipt", recipient: "reporter", way: "post" },
    };
    const made = await jonatan.post<Made>("/api/v1/letters/make-letter", body);
    expect(made.status, JSON.stringify(made.body)).toBe(200);
    const { text, strings } = await textOf(made.body.file);
    expect(text).toContain(bare("Sune Axelgård"));
    for (const word of elmer.page.child.name.split(" ")) {
      expect(text).not.toContain(bare(word));
      expect(strings).not.toContain(word);
    }
    const refused = await jonatan.post("/api/v1/letters/make-letter", {
      ...body,
      data: { ...body.data, letter: "feedback" },
    });
    expect(refused.problems).toContain("letter.not-for-reporter");
  });

  it("to a guardian never names a shielded reporter, neither by itself nor in the writer's words", async () => {
    const elmer = await open(jonatan, "Elmer");
    const plain = bodyFor(elmer, "summons", "guardian", meeting);
    const made = await jonatan.post<Made>("/api/v1/letters/make-letter", plain);
    const { text, strings } = await textOf(made.body.file);
    for (const word of ["Sune", "Axelgård"]) {
      expect(text).not.toContain(bare(word));
      expect(strings).not.toContain(word);
    }
    const told = bodyFor(elmer, "summons", "guardian", {
      ...meeting,
      concern: "Sune Axelgård har hört av sig om hur ni har det.",
    });
    const refused = await jonatan.post("/api/v1/letters/make-letter", told);
    expect(refused.problems).toEqual(["print.reporter-named-in-text"]);
  });

  it("to a protected address is blocked, with whom to ask; in person it is made without the address", async () => {
    const signe = await open(mira, "Signe");
    const guardian = signe.letters.possible
      .flatMap(({ recipients }) => recipients)
      .find((one) => one.role === "guardian" && one.protected);
    expect(guardian).toBeDefined();
    const letter = signe.letters.possible.find((one) => one.letter === "summons");
    const body = (way: string) => ({
      akt: signe.page.akt,
      matter: letter?.matter,
      ids: { letter: randomUUID() },
      data: { letter: "summons", recipient: "guardian", to: [guardian?.person], way, ...meeting },
    });
    for (const route of ["make-letter", "send-letter"]) {
      const refused = await mira.post<{ problems: { sv: string }[] }>(`/api/v1/letters/${route}`, {
        ...body("post"),
        commandId: randomUUID(),
      });
      expect([refused.status, ...refused.problems]).toEqual([409, "letter.protected-address-ask"]);
      expect(refused.body.problems[0]?.sv).toContain("Mira Falkö");
    }
    const made = await mira.post<Made>("/api/v1/letters/make-letter", body("handed-over"));
    expect(made.status, JSON.stringify(made.body)).toBe(200);
    const { text, strings } = await textOf(made.body.file);
    expect(text).not.toContain(bare("Skogsprovet"));
    expect(strings).not.toContain("Skogsprovet");
  });

  it("is nobody's who has not the matter, and that it was tried is noted", async () => {
    const signe = await open(mira, "Signe");
    const body = bodyFor(signe, "summons", "guardian", { ...meeting, way: "handed-over" });
    const per = await signIn(app, demo, "per");
    for (const route of ["preview-letter", "make-letter", "send-letter"]) {
      const refused = await per.post(`/api/v1/letters/${route}`, {
        ...body,
        commandId: randomUUID(),
      });
      expect(refused.status).toBe(403);
    }
    const list = await per.get(`/api/v1/akt/${signe.page.akt}/letters`);
    expect([list.status, ...list.problems]).toEqual([403, "access.not-yours"]);
  });
});
