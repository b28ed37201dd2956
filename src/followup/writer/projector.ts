import type { Uuid } from "../../kernel/ids.ts";
import type { Pack } from "../../spec/types.ts";
import type { Projected, Projector } from "../../store/deps.ts";
import type { Tx } from "../../store/in-tenant.ts";
import { codesOfPack, createCodeBooks, ownLists, type CodeBooks } from "../code-book.ts";
import { columnsOf, type Column } from "../columns.ts";
import { deriveEnvOf, type DeriveEnv, type RowPersons } from "../derive/env.ts";
import { followupRows, rowKinds, type FollowupRow, type RowKind } from "../derive/rows.ts";
import { dayColumn } from "../schema.ts";
import type { FollowupSettings } from "../settings.ts";
import { pastRetention } from "../retention/past-retention.ts";
import { unitsOfRows, storedRow, type StoredRow } from "./encode.ts";
import { keysOfSomeSql, keysSql, removeSql, rowWrite, tableColumnsSql } from "./statements.ts";
import type { KindOfRow, TableColumn } from "./statements.ts";

/** What the writer is given; `randomBytes` makes the row keys, which must not be guessable. */
export interface WriterDeps {
  readonly randomBytes: (length: number) => Uint8Array;
  readonly settings: FollowupSettings;
}

/**
 * The projector that writes the rows of follow-up in the transaction of the change. Every row of the akt
 * is derived, since an earlier report can change what is known on a later one; only rows whose values
 * changed are written.
 */
export function followupProjector(deps: WriterDeps): Projector {
  const writer: Writer = {
    deps,
    books: createCodeBooks(),
    views: new WeakMap(),
    kinds: undefined,
  };
  const forOne: Projector = (tx, akt) => {
    const keys = tx.rows<KeyRow>(keysSql, [tx.tenant, akt]);
    // Whoever refuses the change never asks for them.
    keys.catch(() => undefined);
    return (change) => project(writer, tx, change, keys);
  };
  const forSome: Projector["forSome"] = (tx, akter) => {
    const keys = keysOfSome(tx, akter);
    keys.catch(() => undefined);
    return async (change) => {
      const own = keys.then((found) => found.get(change.akt) ?? []);
      await project(writer, tx, change, own);
    };
  };
  return Object.assign(forOne, { forSome });
}

async function keysOfSome(tx: Tx, akter: readonly Uuid[]) {
  const rows = await tx.rows<KeyRow & { readonly akt: Uuid }>(keysOfSomeSql, [tx.tenant, akter]);
  return Map.groupBy(rows, ({ akt }) => akt);
}

interface Writer {
  readonly deps: WriterDeps;
  readonly books: CodeBooks;
  readonly views: WeakMap<Pack, PackView>;
  /** The columns the tables have stay the same while the program runs. */
  kinds: Readonly<Record<RowKind, KindOfRow>> | undefined;
}

interface KeyRow {
  readonly row_key: number;
  readonly kind: RowKind;
  readonly subject: string;
  readonly content_hash: Buffer;
}

async function project(
  writer: Writer,
  tx: Tx,
  change: Projected,
  reading: Promise<readonly KeyRow[]>,
): Promise<void> {
  const rows = rowsOfAkt(change, viewOf(writer, change.pack).env);
  const [stored, keys] = await Promise.all([encodeRows(writer, tx, change, rows), reading]);
  const known = new Map(keys.map((key) => [`${key.kind} ${key.subject}`, key]));
  const past = pastRetention(rows, change.today, writer.deps.settings);
  const changed = stored.filter(
    (row) =>
      !past.has(row.subject) &&
      known.get(`${row.kind} ${row.subject}`)?.content_hash.equals(row.hash) !== true,
  );
  const gone = keys.filter(
    (key) => !stored.some((row) => row.kind === key.kind && row.subject === key.subject),
  );
  if (gone.length > 0) {
    tx.write(removeSql, [tx.tenant, gone.map((key) => key.row_key)]);
  }
  if (changed.length === 0) return;
  writer.kinds ??= await readKinds(tx);
  // Rows of a table lie in the order of their days, as they are read.
  for (const row of changed.toSorted(byDay)) {
    const key = known.get(`${row.kind} ${row.subject}`)?.row_key;
    const write = rowWrite(writer.kinds[row.kind], tx.tenant, {
      key: key ?? randomKey(writer.deps.randomBytes),
      akt: change.akt,
      isKnown: key !== undefined,
      row,
    });
    tx.write(write.statement, write.values);
  }
}

function byDay(a: StoredRow, b: StoredRow): number {
  const [first, second] = [dayOf(a), dayOf(b)];
  return first < second ? -1 : Number(first > second);
}

function dayOf({ kind, columns }: StoredRow): string {
  return JSON.stringify(columns[dayColumn[kind]]);
}

/** The rows of every matter of the akt, as the state has them now. */
export function rowsOfAkt(
  change: Pick<Projected, "state" | "linked" | "child" | "guardians" | "siblings">,
  env: DeriveEnv,
): readonly FollowupRow[] {
  const persons: RowPersons = change;
  const { state, linked = [] } = change;
  const others = Object.fromEntries(linked.map((matter) => [matter.matter, matter]));
  const known =
    linked.length === 0 ? state : { ...state, matters: { ...others, ...state.matters } };
  return Object.values(state.matters).flatMap((matter) =>
    followupRows(known, matter.matter, persons, env),
  );
}

async function encodeRows(
  writer: Writer,
  tx: Tx,
  change: Projected,
  rows: readonly FollowupRow[],
): Promise<readonly StoredRow[]> {
  const { columns } = viewOf(writer, change.pack);
  // The digest of a pack gets its number together with all codes of the pack, so it speaks for them.
  const spec = { codelist: ownLists.spec, code: change.packDigest };
  const book = await writer.books.bookFor(tx, [...unitsOfRows(rows), spec], () => [
    ...codesOfPack(columns, change.pack),
    spec,
  ]);
  return rows.map((row) => storedRow(row, columns, book, change.packDigest));
}

/** What is read out of a pack once. */
interface PackView {
  readonly columns: readonly Column[];
  readonly env: DeriveEnv;
}

function viewOf(writer: Writer, pack: Pack): PackView {
  const known = writer.views.get(pack);
  if (known !== undefined) return known;
  const view = { columns: columnsOf(pack), env: deriveEnvOf(pack, writer.deps.settings) };
  writer.views.set(pack, view);
  return view;
}

async function readKinds(tx: Tx): Promise<Readonly<Record<RowKind, KindOfRow>>> {
  const tables = await tx.rows<TableColumn>(tableColumnsSql, [[...rowKinds, "guardian"]]);
  const columnsIn = (table: string) => tables.filter((column) => column.table_name === table);
  const guardianColumns = columnsIn("guardian");
  const of = (kind: RowKind): KindOfRow => ({
    kind,
    columns: columnsIn(kind),
    guardianColumns,
    statements: new Map(),
  });
  return {
    akt: of("akt"),
    utr: of("utr"),
    bes: of("bes"),
    gen: of("gen"),
    fol: of("fol"),
    avs: of("avs"),
    goal: of("goal"),
  };
}

/** A positive number of 53 random bits: what a program and a database both hold exactly. */
function randomKey(randomBytes: (length: number) => Uint8Array): number {
  const bytes = randomBytes(7);
  const number = bytes.reduce((sum, byte, at) => sum * 256 + (at === 0 ? byte & 0x1f : byte), 0);
  return number === 0 ? randomKey(randomBytes) : number;
}
