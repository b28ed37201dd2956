import { Query, type ClientBase, type Connection } from "pg";

/** So much is taken from the server before whoever reads has to catch up. */
const PIECE_BYTES = 1024 * 1024;
const PIECES_WAITING = 4;
const TYPE_AND_LENGTH = 5;
/** Messages of the protocol: a piece of data, the end of it, and that there will be none. */
const DATA = 0x64;
const DONE = 0x63;
const FAIL = 0x66;

/**
 * The bytes of `copy … to stdout`, in pieces of about a megabyte that end at the end of a row. The server is made
 * to wait while nobody takes them, so memory stays flat. Throws what the server refuses with; one that is left
 * before its end makes the connection unusable, so close it then.
 */
export async function* copyOut(client: ClientBase, sql: string): AsyncGenerator<Buffer> {
  const copy = new CopyOut(sql);
  client.query(copy);
  for (;;) {
    const piece = await copy.next();
    if (piece === undefined) return;
    yield piece;
  }
}

class CopyOut extends Query {
  readonly #sql: string;
  #connection: Connection | undefined;
  #rows: Buffer[] = [];
  #bytes = 0;
  #ready: Buffer[] = [];
  #ended = false;
  #failure: unknown;
  #wake: (() => void) | undefined;

  constructor(sql: string) {
    super("");
    this.#sql = sql;
    this.submit = (connection) => {
      this.#connection = connection;
      connection.query(this.#sql);
    };
  }

  async next(): Promise<Buffer | undefined> {
    while (this.#ready.length === 0 && !this.#ended) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    const piece = this.#ready.shift();
    if (this.#ready.length < PIECES_WAITING) this.#connection?.stream.resume();
    if (piece === undefined && this.#failure !== undefined) throw this.#failure;
    return piece;
  }

  handleCopyData({ chunk }: { chunk: Buffer }) {
    // The driver writes the next message over this one.
    this.#rows.push(Buffer.from(chunk));
    this.#bytes += chunk.length;
    if (this.#bytes >= PIECE_BYTES) this.#give();
  }

  #give() {
    if (this.#bytes > 0) this.#ready.push(Buffer.concat(this.#rows));
    this.#rows = [];
    this.#bytes = 0;
    if (this.#ready.length >= PIECES_WAITING) this.#connection?.stream.pause();
    this.#tell();
  }

  #tell() {
    this.#wake?.();
    this.#wake = undefined;
  }

  handleCommandComplete() {
    this.#give();
  }

  handleReadyForQuery() {
    this.#ended = true;
    this.#tell();
  }

  /** Also when the connection breaks. */
  handleError(error: unknown) {
    this.#failure ??= error;
    this.#ended = true;
    this.#connection?.stream.resume();
    this.#tell();
  }
}

/** A `copy … from stdin` under way. */
export interface CopyIn {
  /** Sends a piece; waits while the server has not taken what was sent. */
  write(piece: Uint8Array): Promise<void>;
  /** Ends it and gives the number of rows. Throws what the server refused. */
  end(): Promise<number>;
  /** Gives it up: the server undoes the statement, and the transaction is lost. */
  abandon(): Promise<void>;
}

/** Begins `copy … from stdin`. Throws what the server refuses with. */
export async function copyIn(client: ClientBase, sql: string): Promise<CopyIn> {
  const copy = new CopyInQuery(sql);
  client.query(copy);
  await copy.begun;
  return copy;
}

class CopyInQuery extends Query implements CopyIn {
  readonly begun: Promise<void>;
  readonly #ended: Promise<number>;
  readonly #settle: {
    begin: () => void;
    end: (rows: number) => void;
    fail: (error: unknown) => void;
  };
  #connection: Connection | undefined;
  #rows = 0;
  #failure: unknown;

  constructor(sql: string) {
    super("");
    const begun = Promise.withResolvers<void>();
    const ended = Promise.withResolvers<number>();
    this.begun = begun.promise;
    this.#ended = ended.promise;
    // Whoever waits for one of the two hears of it.
    begun.promise.catch(() => undefined);
    ended.promise.catch(() => undefined);
    this.#settle = {
      begin: begun.resolve,
      end: ended.resolve,
      fail: (error) => {
        begun.reject(error);
        ended.reject(error);
      },
    };
    this.submit = (connection) => {
      this.#connection = connection;
      connection.query(sql);
    };
  }

  async write(piece: Uint8Array): Promise<void> {
    if (this.#failure !== undefined) throw this.#failure;
    const stream = this.#connection?.stream;
    if (stream === undefined) throw new Error("The copy has not begun");
    stream.write(frame(DATA, piece.length));
    if (stream.write(piece)) return;
    const drained = Promise.withResolvers<void>();
    stream.once("drain", drained.resolve);
    // A refused row ends the statement; the server still takes and drops the rest.
    await Promise.race([drained.promise, this.#ended]);
    stream.off("drain", drained.resolve);
  }

  end(): Promise<number> {
    this.#connection?.stream.write(frame(DONE, 0));
    return this.#ended;
  }

  async abandon(): Promise<void> {
    this.#connection?.stream.write(Buffer.concat([frame(FAIL, 1), Buffer.alloc(1)]));
    await this.#ended.catch(() => undefined);
  }

  handleCopyInResponse() {
    this.#settle.begin();
  }

  handleCommandComplete({ text }: { text: string }) {
    this.#rows = Number(text.split(" ").at(-1));
  }

  handleReadyForQuery() {
    if (this.#failure !== undefined) return;
    this.#settle.end(this.#rows);
  }

  handleError(error: unknown) {
    this.#failure ??= error;
    this.#settle.fail(error);
  }
}

/** The head of a message: its type, and the length with the four bytes of the length itself. */
function frame(type: number, length: number): Buffer {
  const head = Buffer.alloc(TYPE_AND_LENGTH);
  head.writeUInt8(type, 0);
  head.writeInt32BE(length + TYPE_AND_LENGTH - 1, 1);
  return head;
}
