import { randomUUID } from "node:crypto";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import type { receiveReport } from "../../contract/intake/receive-report.ts";
import type { siblings } from "../../contract/views/siblings.ts";
import type { network } from "../../contract/views/network.ts";
import { CARRIED_OUT, type CarriedOut } from "../../store/piece.ts";
import {
  DEMO_TIMEOUT,
  makeTestDemo,
  openTestApp,
  signIn,
  type TestApp,
  type TestUser,
} from "../testing/test-app.ts";

/** What pages ask the database for: a child's pages never read its log, and 40 siblings are no more than many. */

type Received = z.infer<typeof receiveReport.answer>;

const CHILDREN = 40;
const NOTES = 120;

let app: TestApp;
let ylva: TestUser;
let received: Received["children"];

beforeAll(async () => {
  app = await openTestApp({ withDemo: true });
  ylva = await signIn(app, await makeTestDemo(app), "ylva");
  const persons = Array.from({ length: CHILDREN }, () => randomUUID());
  const [first] = persons;
  for (const [at, person] of persons.entries()) {
    const relations = at === 0 ? [] : [{ relation: randomUUID(), kind: "sibling", to: first }];
    const data = { givenName: `Barn ${at}`, familyName: "Mångfelt", birthDate: "2015-05-05" };
    const made = await ylva.post("/api/v1/persons/register-person", {
      commandId: randomUUID(),
      person,
      data,
      relations,
    });
    throwIfRefused(made);
  }
  const answer = await ylva.post<Received>("/api/v1/intake/receive-report", report(persons));
  throwIfRefused(answer);
  received = answer.body.children;
  const { akt, matter } = received[0] ?? {};
  for (let note = 0; note < NOTES; note += 1) {
    const text = `Anteckning ${note}.`;
    const body = { commandId: randomUUID(), akt, matter, data: { text } };
    throwIfRefused(await ylva.post("/api/v1/notes/sign-note", body));
  }
}, DEMO_TIMEOUT);
afterAll(() => app.close());

function throwIfRefused({
  status,
  body,
}: {
  readonly status: number;
  readonly body: unknown;
}): void {
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
}

function report(persons: readonly string[]) {
  return {
    commandId: randomUUID(),
    data: {
      kind: "report",
      arrivedAt: "2026-11-25T08:00",
      channel: "letter",
      parts: [{ id: randomUUID(), audience: "common", text: "Det som stod i brevet" }],
      reporterKind: "school",
      reporterClass: "duty-general",
      reasons: ["conflict"],
      violence: ["none"],
    },
    children: persons.map((person) => {
      return { person, report: randomUUID(), matter: randomUUID() };
    }),
    reasons: { "A-01": "x", "A-06": "x" },
  };
}

/** The statements of a request, and how many rows of the log they gave. */
async function statementsOf(
  path: string,
): Promise<{ readonly log: readonly string[]; readonly rows: number; readonly all: number }> {
  const seen: CarriedOut[] = [];
  const listen = (told: unknown) => void seen.push(told as CarriedOut);
  subscribe(CARRIED_OUT, listen);
  const answer = await ylva.get(path);
  unsubscribe(CARRIED_OUT, listen);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  const log = seen.filter(({ text }) => readsLog(text));
  const rows = log.reduce((sum, each) => sum + each.rows, 0);
  return { log: log.map(({ text }) => text), rows, all: seen.length };
}

/** Whether a statement has one of the two tables of the log among its tables. */
function readsLog(text: string): boolean {
  return /\b(?:from|join)\s+event(?:_head)?\b/u.test(text);
}

describe("the pages of a child with many notes", () => {
  const akt = () => `/api/v1/akt/${received[0]?.akt}`;

  it.each(["/chronology", "/chronology?kind=notes", "/chronology-shape", "/network"])(
    "read nothing of the log: %s",
    async (path) => {
      const { log, all } = await statementsOf(`${akt()}${path}`);
      expect(all).toBeGreaterThan(2);
      expect(log).toEqual([]);
    },
  );

  it("quote what is quoted by its number, and read no note and no stream", async () => {
    const { log, rows } = await statementsOf(akt());
    for (const text of log) expect(text).toContain("seq = any(");
    // The report: of 120 notes none.
    expect(rows).toBeLessThanOrEqual(2);
  });
});

describe("a report about forty children", () => {
  it("is received for each of them", () => {
    expect(received).toHaveLength(CHILDREN);
    expect(new Set(received.map(({ akt }) => akt)).size).toBe(CHILDREN);
  });

  it("shows them side by side, with statements that do not grow with the text", async () => {
    const path = `/api/v1/akt/${received[0]?.akt}/siblings`;
    const { all } = await statementsOf(path);
    expect(all).toBeLessThan(CHILDREN * 3 + 30);
    const { body } = await ylva.get<z.infer<typeof siblings.answer>>(path);
    expect(body.children).toHaveLength(CHILDREN);
    const persons = new Set(body.children.map(({ child }) => child.person));
    expect(persons.size).toBe(CHILDREN);
  });

  it("draws them on the map of each", async () => {
    const { body } = await ylva.get<z.infer<typeof network.answer>>(
      `/api/v1/akt/${received[0]?.akt}/network`,
    );
    expect(body.persons).toHaveLength(CHILDREN - 1);
  });
});
