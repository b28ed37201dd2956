import { channel } from "node:diagnostics_channel";

import { Query, type Connection, type PoolClient, type QueryResultRow } from "pg";

import { columnTypes } from "./column-types.ts";
import { isSameRow, keptUnder, makeRowsKeeper, type KeptRows, type RowText } from "./kept-rows.ts";
import type { Statement } from "./statement.ts";
import { makeWireWriter, wireValue } from "./wire.ts";

/** What a statement gave. */
export interface Answer<R> {
  readonly rows: R[];
  /** Of the command: how many rows it gave or changed. */
  readonly rowCount: number;
  /** `SELECT`, `INSERT`, `COMMIT`, … */
  readonly command: string;
}

/** How the columns of a statement's answer are named and read. */
type Shape = readonly { readonly name: string; readonly read: (text: string) => unknown }[];

/** What is known of a connection: the statements it has prepared, with the shape of their answers. */
interface Prepared {
  /** Undefined until its first answer has come. */
  readonly shapes: Map<string, Shape | undefined>;
  /** Their preparation may have failed. */
  readonly doubtful: Set<string>;
}

interface Entry {
  readonly statement: Statement;
  readonly values: readonly unknown[];
  readonly resolve: (answer: Answer<QueryResultRow>) => void;
  readonly reject: (error: unknown) => void;
  /** It was prepared with this piece. */
  isNew: boolean;
  shape: Shape | undefined;
  readonly rows: QueryResultRow[];
  failure: unknown;
  comparing: Comparing | undefined;
}

/** The rows of a statement that keeps its answer, beside those that came the last time. */
interface Comparing {
  readonly key: string;
  readonly before: KeptRows | undefined;
  readonly texts: RowText[];
  isSame: boolean;
}

/** Carried out: for whoever wants to know what is asked of the database. Nobody pays for it who does not listen. */
export interface CarriedOut {
  readonly text: string;
  readonly values: readonly unknown[];
  /** How many rows it gave. */
  readonly rows: number;
  /** How many it gave or changed. */
  readonly touched: number;
  /** Where: the database and the login role. */
  readonly database: string;
  readonly role: string;
}
export const CARRIED_OUT = "mittpunkt.store.carried-out";
const carriedOut = channel(CARRIED_OUT);

const prepared = new WeakMap<Connection, Prepared>();
const gathering = new WeakMap<PoolClient, Piece>();
const writer = makeWireWriter();
const keeper = makeRowsKeeper();

/**
 * Sends a statement on a connection. Those that the code which runs now starts go out in one piece, with one
 * write and one answer for all: each by itself would cost both sides system calls and wake the other. After an
 * error the rest of the piece is not carried out, and every statement of the rest throws that error.
 */
export function send<R extends QueryResultRow>(
  client: PoolClient,
  statement: Statement,
  values: readonly unknown[] = [],
): Promise<Answer<R>> {
  let piece = gathering.get(client);
  if (piece === undefined) {
    const begun = new Piece(client);
    piece = begun;
    gathering.set(client, begun);
    process.nextTick(() => {
      gathering.delete(client);
      client.query(begun);
    });
  }
  return piece.add<R>(statement, values);
}

/** The driver hands the answers of the server to the query that runs; this one stands for several. */
class Piece extends Query {
  readonly #entries: Entry[] = [];
  #at = 0;
  #known: Prepared | undefined;
  readonly #client: PoolClient;

  constructor(client: PoolClient) {
    super("");
    this.#client = client;
    this.submit = (connection) => this.#submit(connection);
  }

  add<R extends QueryResultRow>(statement: Statement, values: readonly unknown[]) {
    return new Promise<Answer<R>>((resolve, reject) => {
      const entry = { statement, values, reject, isNew: false, shape: undefined, rows: [] };
      // What the rows hold is for who wrote the statement to know.
      const given = (answer: Answer<QueryResultRow>) => resolve(parseAnswer<R>(answer));
      this.#entries.push({ ...entry, resolve: given, failure: undefined, comparing: undefined });
    });
  }

  #submit(connection: Connection): void {
    const known = preparedOn(connection);
    this.#known = known;
    for (const entry of this.#entries) writeEntry(known, entry);
    writer.sync();
    connection.stream.write(writer.take());
  }

  handleRowDescription({ fields }: { fields: readonly { name: string; dataTypeID: number }[] }) {
    const entry = this.#entries[this.#at];
    if (entry === undefined) return;
    entry.shape = fields.map(({ name, dataTypeID }) => ({
      name,
      read: columnTypes.getTypeParser(dataTypeID),
    }));
  }

  handleDataRow({ fields }: { fields: readonly (string | null)[] }) {
    const entry = this.#entries[this.#at];
    if (entry?.shape === undefined) return;
    try {
      entry.rows.push(keptRow(entry, fields) ?? rowOf(entry.shape, fields));
    } catch (error) {
      entry.failure ??= error;
    }
  }

  handleCommandComplete({ text }: { text: string }) {
    this.#end(text);
  }

  handleEmptyQuery() {
    this.#end("");
  }

  #end(text: string) {
    const entry = this.#entries[this.#at];
    if (entry === undefined) return;
    this.#at += 1;
    const { name, text: sql } = entry.statement;
    if (name !== undefined) this.#known?.shapes.set(name, entry.shape ?? []);
    const words = text.split(" ");
    const rowCount = words.length === 1 ? 0 : Number(words.at(-1));
    if (carriedOut.hasSubscribers) {
      const told: CarriedOut = {
        text: sql,
        values: entry.values,
        rows: entry.rows.length,
        touched: rowCount,
        database: this.#client.database ?? "",
        role: this.#client.user ?? "",
      };
      carriedOut.publish(told);
    }
    if (entry.failure !== undefined) return entry.reject(entry.failure);
    entry.resolve({ rows: keptRows(entry), rowCount, command: words[0] ?? "" });
  }

  /** Also when the connection breaks. */
  handleError(error: unknown) {
    const rest = this.#entries.slice(this.#at);
    this.#at = this.#entries.length;
    for (const { statement, isNew, reject } of rest) {
      const { name } = statement;
      if (isNew && name !== undefined) {
        this.#known?.shapes.delete(name);
        this.#known?.doubtful.add(name);
      }
      reject(error);
    }
  }

  handleReadyForQuery() {
    if (this.#at < this.#entries.length) this.handleError(new Error("An answer is missing"));
  }
}

function preparedOn(connection: Connection): Prepared {
  const found = prepared.get(connection);
  if (found !== undefined) return found;
  const made: Prepared = { shapes: new Map(), doubtful: new Set() };
  prepared.set(connection, made);
  return made;
}

function writeEntry({ shapes, doubtful }: Prepared, entry: Entry): void {
  const { name = "", text } = entry.statement;
  if (name === "" || !shapes.has(name)) {
    if (doubtful.delete(name)) writer.close(name);
    writer.parse(name, text);
    if (name !== "") shapes.set(name, undefined);
    entry.isNew = true;
  }
  entry.shape = shapes.get(name);
  const values = entry.values.map(wireValue);
  if (entry.statement.keeps === true) entry.comparing = comparingWith(keptUnder(name, values));
  writer.bind(name, values);
  if (entry.shape === undefined) writer.describe();
  writer.execute();
}

function comparingWith(key: string): Comparing {
  const before = keeper.find(key);
  return { key, before, texts: [], isSame: before !== undefined };
}

/** The row that was read the last time, where the same came again. */
function keptRow({ comparing }: Entry, fields: RowText): QueryResultRow | undefined {
  if (comparing === undefined) return undefined;
  const at = comparing.texts.push(fields) - 1;
  const isSame = isSameRow(comparing.before?.texts[at], fields);
  if (!isSame) comparing.isSame = false;
  return isSame ? comparing.before?.rows[at] : undefined;
}

/** The very rows of the last time, where all of them came again. */
function keptRows({ comparing, rows }: Entry): QueryResultRow[] {
  if (comparing === undefined) return rows;
  const { key, before, texts, isSame } = comparing;
  if (isSame && before?.rows.length === rows.length) return before.rows;
  keeper.keep(key, { texts, rows });
  return rows;
}

function rowOf(shape: Shape, fields: readonly (string | null)[]): QueryResultRow {
  const row: QueryResultRow = {};
  for (let at = 0; at < shape.length; at += 1) {
    const column = shape[at];
    const text = fields[at];
    if (column === undefined) continue;
    row[column.name] = text === null || text === undefined ? null : column.read(text);
  }
  return row;
}

function parseAnswer<R extends QueryResultRow>(answer: Answer<QueryResultRow>): Answer<R> {
  return answer as Answer<R>;
}
