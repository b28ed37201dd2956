import { randomUUID } from "node:crypto";
import type { QueryResultRow } from "pg";
import type { z } from "zod";
import type { listReceived } from "../../contract/received/list-received.ts";
import type { uploadFile } from "../../contract/received/upload-file.ts";
import { inTenant } from "../../store/in-tenant.ts";
import type { ScanVerdict } from "../../store/received/scanner.ts";
import {
  makeTestDemo,
  openTestApp,
  signIn,
  type TestApp,
  type TestDemo,
  type TestUser,
} from "./test-app.ts";

type Uploaded = z.infer<typeof uploadFile.answer>;
type List = z.infer<typeof listReceived.answer>;

/** A child's akt and its running matter. */
export interface Known {
  readonly akt: string;
  readonly matter: string;
}

export const RECEIVE = "/api/v1/received/receive-document";

/** Answers about a document that was found in the mailbox on the day of the tests. */
export const answers = {
  foundOn: "2026-11-25",
  arrivalWay: "mailbox",
  kind: "school-report",
  sender: "school",
  about: "Betyg och frånvaro",
};

/** A body that takes a document into the matters of some children. */
export function bodyFor(children: readonly Known[], more: Readonly<Record<string, unknown>> = {}) {
  const made = children.map(({ akt, matter }) => ({
    commandId: randomUUID(),
    akt,
    matter,
    received: randomUUID(),
  }));
  return { data: answers, children: made, ...more };
}

/** The demo board with a scanner that says what a test wants. */
export class ReceivedWorld {
  verdict: ScanVerdict = "clean";
  readonly app: TestApp;
  readonly demo: TestDemo;
  readonly #known: ReadonlyMap<string, Known>;

  constructor(app: TestApp, demo: TestDemo, known: ReadonlyMap<string, Known>) {
    this.app = app;
    this.demo = demo;
    this.#known = known;
  }

  user(name: string): Promise<TestUser> {
    return signIn(this.app, this.demo, name);
  }

  of(name: string): Known {
    const found = this.#known.get(name);
    if (found === undefined) throw new Error(`nobody is called ${name}`);
    return found;
  }

  query<R extends QueryResultRow>(text: string): Promise<R[]> {
    return inTenant(this.app.pools.app, this.demo.tenant, (tx) => tx.rows<R>({ text }));
  }

  async countOf(table: string): Promise<number> {
    const [row] = await this.query<{ n: number }>(`select count(*)::int as n from ${table}`);
    return row?.n ?? 0;
  }

  upload(user: TestUser, { akt, matter }: Known, bytes: Buffer) {
    const path = `/api/v1/received/upload-file?akt=${akt}&matter=${matter}`;
    return user.upload<Uploaded>(path, bytes);
  }

  /** Uploads a file into the matter of the first child and takes it in for all. */
  async take(user: TestUser, children: readonly Known[], bytes: Buffer, data = answers) {
    const [first] = children;
    if (first === undefined) throw new Error("no child");
    const uploaded = await this.upload(user, first, bytes);
    if (uploaded.status !== 200) throw new Error(uploaded.problems.join());
    return user.post(RECEIVE, bodyFor(children, { upload: uploaded.body.upload, data }));
  }

  async list(user: TestUser, { akt }: Known): Promise<List> {
    return (await user.get<List>(`/api/v1/akt/${akt}/received`)).body;
  }
}

export async function openReceivedWorld(): Promise<ReceivedWorld> {
  const said: { world?: ReceivedWorld } = {};
  const app = await openTestApp({
    withDemo: true,
    scanner: async () => said.world?.verdict ?? "unavailable",
  });
  const demo = await makeTestDemo(app);
  const rows = await inTenant(app.pools.app, demo.tenant, (tx) =>
    tx.rows<Known & { name: string }>({
      text: `select p.given_name as name, a.akt, m.matter from person p
             join akt a on a.tenant = p.tenant and a.person = p.person
             join matter m on m.tenant = a.tenant and m.akt = a.akt and m.closed_on is null
             order by p.person`,
    }),
  );
  const known = new Map(rows.map(({ name, akt, matter }) => [name, { akt, matter }]));
  said.world = new ReceivedWorld(app, demo, known);
  return said.world;
}
