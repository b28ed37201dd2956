import { randomBytes } from "node:crypto";
import type { QueryResultRow } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isTestNumber } from "../../access/test-numbers.ts";
import { makeDemoBoard } from "../../demo/make-demo-board.ts";
import { fixedClock } from "../../kernel/clock.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { parseInstant } from "../../kernel/instant.ts";
import type { Store } from "../../store/deps.ts";
import { executeAkt } from "../../store/commands/execute-akt.ts";
import { findFile, readFileBytes } from "../../store/files.ts";
import { inTenant } from "../../store/in-tenant.ts";
import { openPools, type Pools } from "../../store/pools.ts";
import { programStore } from "../../store/program-store.ts";
import type { Tenant } from "../../store/tenant.ts";
import { valueOf } from "../../store/testing/cluster.ts";
import { testSpecification } from "../../store/testing/specification.ts";
import { openTestDatabase, type TestDatabase } from "../../store/testing/database.ts";
import { storedPrints } from "../../print/file-store.ts";
import { makePrint, type PrintDeps, type PrintRequest } from "../../print/make-print.ts";
import type { PrintKind } from "../../print/model.ts";
import { storedPrintSource } from "../../print/print-source.ts";
import { startRenderer } from "../../print/render.ts";
import { bare, readPdf } from "../../print/testing/pdf-text.ts";

/** Setting every paper of a board takes long where other tests run beside, in milliseconds. */
const MANY_PRINTS = 180_000;

const renderer = startRenderer();
let database: TestDatabase;
let pools: Pools;
let store: Store;
let tenant: Tenant;
let deps: PrintDeps;

interface Item {
  readonly what: PrintKind;
  readonly akt: Uuid;
  readonly item?: Uuid;
  readonly entry?: number;
  readonly staff: Uuid;
}

beforeAll(async () => {
  database = await openTestDatabase();
  pools = openPools(database.connections);
  const now = parseInstant("2026-11-25T09:30:00.000Z");
  if (now === undefined) throw new Error("Not a moment");
  const specification = await testSpecification();
  store = programStore(pools, specification, {
    projectors: [],
    isTestNumber,
    clock: fixedClock(now),
  });
  ({ tenant } = await makeDemoBoard(store, { randomBytes }));
  deps = { source: storedPrintSource(store), files: storedPrints(store), renderer };
});

afterAll(async () => {
  await renderer.close();
  await pools.close();
  await database.drop();
});

function read<R extends QueryResultRow>(text: string): Promise<R[]> {
  return inTenant(pools.app, tenant, (tx) => tx.rows<R>({ text }));
}

const measureDocuments =
  "('measure.ordered','implementation-plan.made','implementation-plan.revised','contact-plan.made','contact-plan.revised','measure.followed-up')";

/** Every document and decision that the demo board has, those of measures too. */
async function everything(): Promise<readonly Item[]> {
  const documents = await read<Omit<Item, "what">>(
    "select distinct akt, document as item, author as staff from document order by item",
  );
  const decisions = await read<Omit<Item, "what">>(
    `select c.akt, (e.body::jsonb #>> '{ids,decision}')::uuid as item, c.actor as staff
     from chronology c join event e on e.tenant = c.tenant and e.stream = c.akt and e.seq = c.seq
     where c.type = 'decision.made' order by item`,
  );
  const entries = await read<Omit<Item, "what">>(
    `select akt, seq as entry, actor as staff from chronology where type in ${measureDocuments}
     order by akt, seq`,
  );
  return [
    ...entries.map((one) => ({ ...one, what: "entry" as const })),
    ...documents.map((one) => ({ ...one, what: "basis" as const })),
    ...decisions.map((one) => ({ ...one, what: "decision" as const })),
  ];
}

function request({ staff, ...item }: Item, recipient: PrintRequest["recipient"]): PrintRequest {
  const access = {
    staff,
    action: "print.make-print",
    purpose: "case-handling" as const,
    persons: [],
  };
  return { ...item, recipient, actor: staff, access: { ...access, akt: item.akt } };
}

async function guardiansOf(akt: Uuid): Promise<readonly Uuid[]> {
  const rows = await read<{ person: Uuid }>(
    `select distinct r.person from relation r join akt a on a.tenant = r.tenant and a.person = r.other
     where a.akt = '${akt}' and r.kind = 'guardian' order by r.person`,
  );
  return rows.map(({ person }) => person);
}

async function textOfFile(file: Uuid): Promise<string> {
  const bytes = await inTenant(pools.app, tenant, async (tx) => {
    const stored = await findFile(tx, file);
    if (stored === undefined) throw new Error("No such file");
    expect(stored).toMatchObject({ kind: "print", mediaType: "application/pdf" });
    return readFileBytes(tx, stored);
  });
  return bare(readPdf(bytes).pages.join("\n"));
}

describe("prints of a whole board", () => {
  test(
    "every document and decision is printed for the unit and for each guardian",
    async () => {
      const items = (await everything()).filter(({ what }) => what !== "entry");
      expect(new Set(items.map(({ what }) => what))).toEqual(new Set(["basis", "decision"]));
      for (const item of items) {
        for (const recipient of ["internal" as const, ...(await guardiansOf(item.akt))]) {
          const made = valueOf(await makePrint(deps, tenant, request(item, recipient)));
          expect(made.name).toMatch(/^(beslutsunderlag|beslut)-[0-9a-f]{8}-[0-9a-f]{4}\.pdf$/);
          expect(await textOfFile(made.file)).toContain(
            bare("Endast test: inga riktiga personuppgifter"),
          );
        }
      }
      const files = await read<{ n: number }>(
        "select count(*)::int as n from file where kind = 'print'",
      );
      expect(files[0]?.n).toBeGreaterThan(items.length * 2);
    },
    MANY_PRINTS,
  );

  test("no guardian reads what is hidden from that guardian", async () => {
    let hidden = 0;
    for (const item of (await everything()).filter(({ what }) => what === "basis")) {
      const bodies = await read<{ text: string; person: Uuid }>(
        `select s ->> 'text' as text, h as person
         from document d
         join event e on e.tenant = d.tenant and e.stream = d.akt and e.seq = d.seq,
           jsonb_array_elements(e.body::jsonb #> '{content,statements}') s,
           jsonb_array_elements_text(s -> 'hiddenFrom') h
         where d.document = '${item.item}'`,
      );
      for (const { text, person } of bodies) {
        hidden += 1;
        const copy = valueOf(await makePrint(deps, tenant, request(item, person)));
        const internal = valueOf(await makePrint(deps, tenant, request(item, "internal")));
        expect(copy.omitted).toBeGreaterThan(0);
        expect(await textOfFile(copy.file)).not.toContain(bare(text));
        expect(await textOfFile(internal.file)).toContain(bare(text));
      }
    }
    expect(hidden).toBeGreaterThan(0);
  });

  test("documents of measures have the goals in words, and a copy for whoever carries it out", async () => {
    const items = (await everything()).filter(({ what }) => what === "entry");
    const texts = await Promise.all(
      items.map(async (item) => {
        const made = valueOf(await makePrint(deps, tenant, request(item, "internal")));
        return textOfFile(made.file);
      }),
    );
    expect(
      texts.filter((text) => text.includes(bare("Vad arbetar ni mot?"))).length,
    ).toBeGreaterThan(0);
    // Ids of goals never reach paper.
    for (const text of texts) expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}/u);
    const outcomes = await Promise.all(
      items.map(async (item) => {
        const made = await makePrint(deps, tenant, request(item, "provider"));
        return made.ok ? made.value.name.split("-")[0] : made.problems.map(({ id }) => id).join();
      }),
    );
    expect(new Set(outcomes)).toEqual(
      new Set(["uppdrag", "genomforandeplan", "print.recipient-not-party"]),
    );
  });

  test("an objection stands in the copies made after it, and the earlier copy is not handed out again", async () => {
    const item = (await everything()).find(({ what }) => what === "basis")!;
    const [row] = await read<{ matter: Uuid }>(
      `select matter from document where document = '${item.item}' limit 1`,
    );
    const [guardian] = await guardiansOf(item.akt);
    const before = valueOf(await makePrint(deps, tenant, request(item, guardian!)));
    const { access } = request(item, "internal");
    const text = "Det här har jag aldrig sagt, säger mamman.";
    valueOf(
      await executeAkt(store, {
        tenant,
        actor: item.staff,
        commandId: store.ids.next(),
        akt: item.akt,
        matter: row!.matter,
        type: "objection.note",
        ids: { objection: store.ids.next(), document: item.item! },
        data: { by: [guardian!], text },
        reasons: {},
        expect: {},
        access,
      }),
    );
    const after = valueOf(await makePrint(deps, tenant, request(item, guardian!)));
    expect(after.file).not.toBe(before.file);
    expect(await textOfFile(before.file)).not.toContain(bare(text));
    expect(await textOfFile(after.file)).toContain(bare(text));
    expect(await textOfFile(after.file)).toContain(bare("Invändningar"));
  });

  test("a print is made once, also when two ask for it at the same time", async () => {
    const item = (await everything()).find(({ what }) => what === "basis");
    await inTenant(pools.app, tenant, (tx) => tx.rows({ text: "select 1" }));
    const [first, second] = await Promise.all([
      makePrint(deps, tenant, request(item!, "internal")),
      makePrint(deps, tenant, request(item!, "internal")),
    ]);
    expect(valueOf(first)).toEqual(valueOf(second));
  });

  test("leaves a row in the access log each time", async () => {
    const count = () =>
      read<{ n: number }>(
        "select count(*)::int as n from access_log where action = 'print.make-print'",
      );
    const [before] = await count();
    const [item] = await everything();
    await makePrint(deps, tenant, request(item!, "internal"));
    const [after] = await count();
    expect(after!.n).toBe(before!.n + 1);
  });

  test("refuses an unknown akt, document or decision, and a document of another akt", async () => {
    const items = await everything();
    const basis = items.find(({ what }) => what === "basis")!;
    const other = items.find(({ akt }) => akt !== basis.akt)!;
    const ask = (change: Partial<PrintRequest>) =>
      makePrint(deps, tenant, { ...request(basis, "internal"), ...change }).then((made) =>
        made.ok ? "made" : made.problems.map(({ id }) => id).join(),
      );
    expect(await ask({ akt: basis.item! })).toBe("akt.not-found");
    expect(await ask({ item: basis.akt })).toBe("print.not-signed");
    expect(await ask({ what: "decision" })).toBe("print.not-signed");
    expect(await ask({ akt: other.akt })).toBe("print.not-signed");
    const entry = items.find(({ what }) => what === "entry")!;
    for (const number of [1, 99_999]) {
      expect(await ask({ what: "entry", entry: number })).toBe("print.not-signed");
    }
    expect(await ask({ ...request(entry, basis.akt) })).toBe("print.recipient-not-party");
    expect(await ask({ version: 99 })).toBe("print.not-signed");
    expect(await ask({ recipient: basis.staff })).toBe("print.recipient-not-party");
  });
});
