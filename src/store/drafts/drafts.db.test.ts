import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { basisContent, reportData } from "../../domain/testing/chain.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { inTenant } from "../in-tenant.ts";
import { valueOf } from "../testing/cluster.ts";
import {
  giveAkt,
  openTestStore,
  receiveReport,
  registerPerson,
  type TestStore,
} from "../testing/test-store.ts";
import { deleteDraft } from "./draft-rows.ts";
import { listDraftsIn, listDraftsOf, openDraft, readDraft } from "./open-draft.ts";
import type { DraftChange } from "./apply-changes.ts";
import { saveDraft } from "./save-draft.ts";

let board: TestStore;
let akt: Uuid;
let matter: Uuid;

beforeAll(async () => {
  board = await openTestStore();
  board.setTime("2026-03-02T10:05");
  const child = await registerPerson(board, { givenName: "Alva", birthDate: "2014-02-17" });
  let report: Uuid;
  ({ akt, matter, report } = await receiveReport(board, child, reportData));
  const give = (request: Parameters<typeof giveAkt>[1]) => giveAkt(board, request).then(valueOf);
  await give({
    akt,
    matter,
    type: "protection.assess",
    ids: { report },
    data: { assessedAt: "2026-03-02T10:05", outcome: "no-immediate-need", reasons: "Trygg." },
  });
  await give({
    akt,
    matter,
    type: "investigation.open",
    actor: board.manager,
    ids: { report, investigation: board.id(), investigator: board.worker },
    data: { outcome: "open", decidedAt: "2026-03-02T10:05", reason: "Behov." },
  });
});

afterAll(() => board.close());

let draft: Uuid;

/** A new draft of a document, with an item of its own so that it is not the one of another test. */
async function open(document: string, by: Uuid = board.worker): Promise<Uuid> {
  const specDigest = board.store.packs.current(board.tenant).digest;
  const wanted = { draft: board.id(), document, akt, matter, item: board.id(), specDigest, by };
  const at = board.store.clock.now();
  return board.inBoard(async (tx) => valueOf(await openDraft(tx, { ...wanted, at })).draft);
}

function save(
  changes: readonly (Omit<DraftChange, "changeId"> & { changeId?: Uuid })[],
  by?: Uuid,
) {
  const request = {
    draft,
    changes: changes.map((change) => ({ changeId: board.id(), ...change })),
    by: by ?? board.worker,
    at: board.store.clock.now(),
  };
  return board.inBoard((tx) => saveDraft(tx, board.store.packs, request));
}

beforeEach(async () => {
  draft = await open("note");
});

describe("opening", () => {
  test("gives everybody the same draft of a document", async () => {
    const specDigest = board.store.packs.current(board.tenant).digest;
    const opened = await Promise.all(
      [board.worker, board.manager, board.worker].map((by) =>
        board.inBoard(async (tx) => {
          const wanted = { draft: board.id(), document: "decision", akt, matter, specDigest };
          return valueOf(await openDraft(tx, { ...wanted, by, at: board.store.clock.now() })).draft;
        }),
      ),
    );
    expect(new Set(opened).size).toBe(1);
  });

  test("does not hand over a draft of something else under the same id", async () => {
    const specDigest = board.store.packs.current(board.tenant).digest;
    const wanted = { draft, document: "talk", akt, matter, specDigest, by: board.worker };
    const at = board.store.clock.now();
    const opened = await board.inBoard((tx) => openDraft(tx, { ...wanted, at }));
    expect(opened).toMatchObject({ ok: false, problems: [{ id: "draft.id-taken" }] });
  });

  test("drafts are listed for who began them and for the akt, once something is written", async () => {
    valueOf(await save([{ path: "text", base: 0, value: "Påbörjat" }]));
    const mine = await board.inBoard((tx) => listDraftsOf(tx, board.worker, 50));
    const here = await board.inBoard((tx) => listDraftsIn(tx, akt, 50));
    expect(mine.map((line) => line.draft)).toContain(draft);
    expect(here.map((line) => line.draft)).toContain(draft);
    expect(await board.inBoard((tx) => listDraftsOf(tx, board.id(), 50))).toEqual([]);
  });
});

describe("saving", () => {
  test("keeps both texts when two write over the same revision", async () => {
    valueOf(await save([{ path: "text", base: 0, value: "Från A" }]));
    const [field] = valueOf(
      await save([{ path: "text", base: 0, value: "Från B" }], board.manager),
    );
    expect(field).toMatchObject({ rev: 2, value: "Från B", other: "Från A", by: board.manager });
    const [chosen] = valueOf(
      await save([{ path: "text", base: 2, value: "Från A och B", choose: true }]),
    );
    expect(chosen).toMatchObject({ path: "text", rev: 3 });
    expect(chosen).not.toHaveProperty("other");
    // What was sent is not sent back.
    expect(chosen).not.toHaveProperty("value");
    const read = await board.inBoard((tx) => readDraft(tx, draft));
    expect(read!.fields).toMatchObject([{ value: "Från A och B" }]);
  });

  test("twenty editors at once lose no text", async () => {
    const texts = Array.from({ length: 20 }, (_, n) => `Text ${n}`);
    await Promise.all(
      texts.map(async (value) => valueOf(await save([{ path: "text", base: 0, value }]))),
    );
    const [row] = await board.admin<{ texts: string[] }>(
      `select others || value as texts from draft_field where draft = '${draft}'`,
    );
    expect(row!.texts.map((text) => JSON.parse(text) as string).toSorted()).toEqual(
      texts.toSorted(),
    );
  });

  test("an item that is taken away with words in it that were not seen has to be settled", async () => {
    draft = await open("decision-basis");
    const item = `centralNeeds/${board.id()}`;
    valueOf(
      await save([
        { path: `${item}/order`, base: 0, value: "i" },
        { path: `${item}/words`, base: 0, value: "Sömn" },
      ]),
    );
    valueOf(await save([{ path: `${item}/words`, base: 1, value: "Sömn och ro" }], board.manager));
    const gone = { path: `${item}/order`, base: 1, value: null };
    const [unseen] = valueOf(await save([{ ...gone, seen: { words: 1 } }]));
    expect(unseen).toMatchObject({ rev: 2, value: null, other: "i" });
    const settled = { path: `${item}/order`, base: 2, value: null, choose: true };
    valueOf(await save([{ ...settled, seen: { words: 2 } }]));
    const late = { path: `${item}/words`, base: 2, value: "Sömn, ro och trygghet" };
    const fields = valueOf(await save([late], board.manager));
    expect(fields.map(({ path }) => path)).toEqual([`${item}/words`, `${item}/order`]);
    expect(fields[1]).toHaveProperty("other");
  });

  test("a change sent again is saved once", async () => {
    const change = { path: "text", base: 0, value: "En gång", changeId: board.id() };
    const first = valueOf(await save([change]));
    expect(valueOf(await save([change]))).toEqual(first);
  });

  test("refuses a path the document does not have and a value no field can hold", async () => {
    const wrong = await save([
      { path: "text", base: 0, value: "Bra" },
      { path: "noSuchField", base: 0, value: "x" },
      { path: "text", base: 0, value: { nested: true } },
    ]);
    const found = wrong.ok ? [] : wrong.problems.map(({ id, pointer }) => `${id} ${pointer}`);
    expect(found).toEqual([
      "draft.path-unknown /changes/1/path",
      "draft.value-unreadable /changes/2/value",
    ]);
    expect((await board.inBoard((tx) => readDraft(tx, draft)))!.fields).toEqual([]);
  });

  test("keeps any text exactly", async () => {
    const text = 'åäö "citat" \\ \u2028 👧🏽 {"json": [1]} \n rad 2';
    valueOf(await save([{ path: "text", base: 0, value: text }]));
    const read = await board.inBoard((tx) => readDraft(tx, draft));
    expect(read!.fields[0]!.value).toBe(text);
  });

  test("in a draft that is gone is refused", async () => {
    await board.inBoard((tx) => deleteDraft(tx, draft));
    const late = await save([{ path: "text", base: 0, value: "Sent" }]);
    expect(late).toMatchObject({ ok: false, problems: [{ id: "draft.not-found" }] });
  });
});

/** Returns when some connection to this database stands behind a lock. */
async function somebodyWaits(): Promise<void> {
  const waiting = `select 1 from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`;
  while ((await board.admin(waiting)).length === 0);
}

describe("signing", () => {
  const sign = () => giveAkt(board, { akt, matter, type: "note.sign", draft });

  test("erases the draft and all of its fields", async () => {
    valueOf(
      await save([
        { path: "text", base: 0, value: "Ett samtal" },
        { path: "occurredAt", base: 0, value: "2026-03-02T10:00" },
      ]),
    );
    valueOf(await sign());
    const rows = await board.admin(`select 1 from draft_field where draft = '${draft}'
      union all select 1 from draft where draft = '${draft}'`);
    expect(rows).toEqual([]);
    expect(await sign()).toMatchObject({ ok: false, problems: [{ id: "draft.not-found" }] });
  });

  test("is refused while two texts stand against each other", async () => {
    valueOf(await save([{ path: "text", base: 0, value: "Från A" }]));
    valueOf(await save([{ path: "text", base: 0, value: "Från B" }]));
    expect(await sign()).toMatchObject({
      ok: false,
      problems: [{ id: "draft.unresolved-conflict", pointer: "/draft/text" }],
    });
    expect((await board.inBoard((tx) => readDraft(tx, draft)))!.fields).toHaveLength(1);
  });

  test("with the draft of another document is refused", async () => {
    const other = await open("talk");
    const answer = await giveAkt(board, { akt, matter, type: "note.sign", draft: other });
    expect(answer).toMatchObject({ ok: false, problems: [{ id: "draft.other-document" }] });
  });

  test("waits for a save that is under way, and signs what it saved", async () => {
    valueOf(await save([{ path: "occurredAt", base: 0, value: "2026-03-02T10:00" }]));
    let signed: Promise<unknown> | undefined;
    const change = { path: "text", base: 0, value: "Precis innan", changeId: board.id() };
    await inTenant(board.pool, board.tenant, async (tx) => {
      const request = { draft, changes: [change], by: board.worker, at: board.store.clock.now() };
      valueOf(await saveDraft(tx, board.store.packs, request));
      signed = sign().then(valueOf);
      await somebodyWaits();
    });
    await signed;
    const [row] = await board.admin<{ text: string }>(
      `select body::json->'data'->>'text' as text from event where stream = '${akt}'
       order by seq desc limit 1`,
    );
    expect(row!.text).toBe("Precis innan");
    expect(await board.admin(`select 1 from draft_field where draft = '${draft}'`)).toEqual([]);
  });
});

describe("a document that is fixed", () => {
  const fields = ["childView", "bestInterests", "proposal"];

  test("is replaced by the next version that is fixed, and the draft stays", async () => {
    draft = await open("decision-basis");
    const document = board.id();
    valueOf(await save(fields.map((path) => ({ path, base: 0, value: basisContent[path] }))));
    const give = (type: string) => giveAkt(board, { akt, matter, type, ids: { document }, draft });
    valueOf(await give("basis.fix"));
    valueOf(await save([{ path: "proposal", base: 1, value: "Ett annat förslag." }]));
    valueOf(await give("basis.fix"));
    const versions = () =>
      board.admin(
        `select version, status, seq from document where document = '${document}' order by version`,
      );
    expect(await versions()).toMatchObject([
      { version: 1, status: "replaced" },
      { version: 2, status: "fixed" },
    ]);
    expect((await board.inBoard((tx) => readDraft(tx, draft)))!.fields).toHaveLength(3);
  });
});
