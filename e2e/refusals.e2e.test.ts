import { randomUUID } from "node:crypto";
import { request } from "node:http";

import { beforeAll, describe, expect, test } from "vitest";

import { fixBasis } from "../src/contract/basis/fix-basis.ts";
import { signBasis } from "../src/contract/basis/sign-basis.ts";
import { makeDecision } from "../src/contract/decision/make-decision.ts";
import { openDraft } from "../src/contract/drafts/open-draft.ts";
import { saveDraft } from "../src/contract/drafts/save-draft.ts";
import { assessProtection } from "../src/contract/intake/assess-protection.ts";
import { closeInvestigation } from "../src/contract/investigation/close-investigation.ts";
import { signNote } from "../src/contract/notes/sign-note.ts";
import { registerPerson } from "../src/contract/persons/register-person.ts";
import { readMe } from "../src/contract/session/read-me.ts";
import type { ProblemShape } from "../src/contract/shapes.ts";
import type { Api, ApiAnswer } from "./support/api.ts";
import { person } from "./support/family.ts";
import { allocated, investigated, reported, type MatterPlace } from "./support/matters.ts";
import { worldOfFile } from "./support/world.ts";

const MB = 1024 * 1024;

const world = worldOfFile();
let jonatan: Api;
let place: MatterPlace;

beforeAll(async () => {
  jonatan = await world().apiOf("jonatan");
  const carina = await world().apiOf("carina");
  const { given, family, number, born } = person("Ina", "Avslagsson", "2015-01-10", 985);
  const child = await jonatan.person({
    givenName: given,
    familyName: family,
    identityNumber: number,
    birthDate: born,
  });
  place = await reported(jonatan, child);
  const me = await jonatan.call(readMe);
  await allocated(carina, place, me.staff, me.unit?.id ?? "");
  await investigated(carina, place, me.staff);
});

/** A command on the matter of this file. */
function ask(route: typeof signNote, more: object, commandId = randomUUID()): Promise<ApiAnswer> {
  const { akt, matter } = place;
  return jonatan.ask(route, { body: { commandId, akt, matter, ...more } });
}

/** Every refusal says in two languages, in plain words, what is wrong and where. */
function expectPlain(problems: readonly ProblemShape[]): void {
  expect(problems.length).toBeGreaterThan(0);
  for (const { sv, en } of problems) {
    expect(sv).toMatch(/^[A-ZÅÄÖ].{8,}/u);
    expect(en).toMatch(/^[A-Z].{8,}/u);
    expect(sv).not.toBe(en);
    expect(`${sv} ${en}`).not.toMatch(/undefined|null|\{|\}|\/data\//u);
  }
}

describe("what is wrong is refused with its rule and its field", () => {
  const register = (data: Readonly<Record<string, string>>) => () =>
    jonatan.ask(registerPerson, {
      body: { commandId: randomUUID(), person: randomUUID(), data: { givenName: "Test", ...data } },
    });
  const cases: readonly (readonly [string, () => Promise<ApiAnswer>, Partial<ProblemShape>])[] = [
    [
      "a wrong check digit",
      register({ identityNumber: "201402179815" }),
      { id: "identity.check-digit", pointer: "/data/identityNumber" },
    ],
    [
      "a number of somebody who may exist",
      register({ identityNumber: "201402170011" }),
      { id: "identity.not-test-number", pointer: "/data/identityNumber" },
    ],
    [
      "a number that begins with no day",
      register({ identityNumber: "201402309814" }),
      { id: "identity.date", pointer: "/data/identityNumber" },
    ],
    [
      "a birth in the future",
      register({ birthDate: "2031-01-01" }),
      { id: "person.birth-date-later-than-today", pointer: "/data/birthDate" },
    ],
    [
      "a day that does not exist",
      () => ask(signNote, { data: { occurredAt: "2026-02-30T10:00", text: "x" } }),
      { id: "answer.impossible-date", pointer: "/data/occurredAt" },
    ],
    [
      "an event before birth",
      () => ask(signNote, { data: { occurredAt: "2001-01-01T10:00", text: "x" } }),
      { id: "command.time-before-birth", pointer: "/data/occurredAt" },
    ],
    [
      "an event that has not happened yet",
      () => ask(signNote, { data: { occurredAt: "2026-03-03T10:00", text: "x" } }),
      { id: "command.time-later-than-now", pointer: "/data/occurredAt" },
    ],
    [
      "a code that is not in the list",
      () =>
        ask(assessProtection, {
          ids: { report: place.report },
          data: { outcome: "fine", reasons: "Barnet är tryggt." },
        }),
      { id: "answer.unknown-code", pointer: "/data/outcome" },
    ],
    [
      "a demanded answer that is missing",
      () => ask(signNote, { data: { occurredAt: "2026-03-02T08:00" } }),
      { id: "answer.required", pointer: "/data/text", ruleId: "M-02" },
    ],
    [
      "closing before the basis is signed",
      () => ask(closeInvestigation, { data: { result: "no-need", reason: "Inget behov." } }),
      { ruleId: "B-02", severity: "block" },
    ],
    [
      "deciding without the right",
      () =>
        ask(makeDecision, {
          ids: { decision: randomUUID() },
          data: { type: "open-measure", wording: "x", legalBasis: ["sol25-11-1"], reasons: "x" },
        }),
      { ruleId: "N-03", severity: "block" },
    ],
    [
      "a decision in somebody else's name",
      async () => {
        const carina = await (await world().apiOf("carina")).call(readMe);
        return ask(makeDecision, {
          ids: { decision: randomUUID(), decider: carina.staff },
          data: { type: "open-measure", wording: "x", legalBasis: ["sol25-11-1"], reasons: "x" },
        });
      },
      { id: "decision.decider-not-you", pointer: "/data/decider" },
    ],
  ];

  test.each(cases)("%s", async (_what, give, expected) => {
    const answer = await give();
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
    expectPlain(answer.problems);
    expect(answer.problems).toContainEqual(expect.objectContaining(expected));
  });
});

describe("what is sent again", () => {
  test("is done once, and answered as the first time", async () => {
    const commandId = randomUUID();
    const note = { data: { occurredAt: "2026-03-02T08:00", text: "Skrivet en gång." } };
    const answers = await Promise.all([1, 2, 3, 4].map(() => ask(signNote, note, commandId)));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200]);
    expect(new Set(answers.map((answer) => answer.text)).size).toBe(1);
    const events = await world().rows("select 1 from event where command_id = $1", [commandId]);
    expect(events).toHaveLength(1);
    const other = await ask(signNote, { data: { text: "Något annat." } }, commandId);
    expect(other.status).toBe(409);
    expect(other.problems[0]?.id).toBe("command.id-reused");
    expectPlain(other.problems);
  });

  test("is refused where somebody else has changed what was shown", async () => {
    const { akt, matter } = place;
    const draft = randomUUID();
    await jonatan.call(openDraft, { body: { draft, document: "decision-basis", akt, matter } });
    const fields = { childView: "Vill.", bestInterests: "Bäst.", proposal: "Stöd." };
    const changes = Object.entries(fields).map(([path, value]) => ({
      path,
      base: 0,
      value,
      changeId: randomUUID(),
    }));
    await jonatan.call(saveDraft, { body: { draft, changes } });
    const document = randomUUID();
    const fixed = await ask(fixBasis, { ids: { document }, draft, expect: { basisVersion: 0 } });
    expect(fixed.status).toBe(200);
    for (const route of [fixBasis, signBasis]) {
      const stale = await ask(route, { ids: { document }, draft, expect: { basisVersion: 0 } });
      expect(stale.status).toBe(409);
      expect(stale.problems.map((found) => found.id)).toContain("command.stale");
      expectPlain(stale.problems);
    }
  });
});

/** Whoever keeps a body of 100 MB holds more than this; what passes through and is thrown away costs some of it. */
const HELD_AT_MOST = 100;

describe("what is too much", () => {
  test.each([
    ["says how long it is", { "content-length": 100 * MB }],
    ["does not say how long it is", { "transfer-encoding": "chunked" }],
  ])(
    "a body of 100 MB that %s is refused in plain words, never held, and the program goes on",
    async (_, length) => {
      const { status, text, grown } = await postTooMuch(length);
      expect(status).toBe(413);
      const { problems } = JSON.parse(text) as { readonly problems: readonly ProblemShape[] };
      expect(problems[0]?.id).toBe("request.too-large");
      expectPlain(problems);
      expect(grown).toBeLessThan(HELD_AT_MOST);
      expect((await jonatan.call(readMe)).name).toBe("Jonatan Hedlid");
    },
  );
});

interface Refused {
  readonly status: number;
  readonly text: string;
  /** The most memory the program held meanwhile beyond what it held before, in MB. */
  readonly grown: number;
}

/** Sends 100 MB to the last byte, also when the refusal has come, as long as the other side takes them. */
function postTooMuch(length: Readonly<Record<string, number | string>>): Promise<Refused> {
  return new Promise((resolve, reject) => {
    const asked = request(new URL("/api/v1/notes/sign-note", jonatan.base), {
      method: "POST",
      headers: {
        ...length,
        "content-type": "application/json",
        origin: jonatan.base,
        cookie: jonatan.cookie,
      },
    });
    const before = world().server().memory();
    const chunk = Buffer.alloc(MB, "x");
    let [sent, grown] = [0, 0];
    let answer: Pick<Refused, "status" | "text"> | undefined;
    function look(): void {
      grown = Math.max(grown, world().server().memory() - before);
      if (answer === undefined || sent < 100) return;
      resolve({ ...answer, grown });
      asked.destroy();
    }
    function more(): void {
      look();
      if (sent === 100) return;
      sent += 1;
      asked.write(chunk, (error) => (error ? undefined : more()));
      if (sent === 100) asked.end();
    }
    asked.on("response", (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (part: Buffer) => chunks.push(part));
      response.on("end", () => {
        answer = {
          status: response.statusCode ?? 0,
          text: Buffer.concat(chunks).toString("utf8"),
        };
        look();
      });
    });
    // The other side may hang up on what it has refused already.
    asked.on("error", (error) => {
      if (answer === undefined) return reject(error);
      sent = 100;
      look();
    });
    more();
  });
}
