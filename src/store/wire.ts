// Messages of PostgreSQL's extended query protocol (the manual's chapter "Frontend/Backend Protocol", version 3).

/** A parameter as it goes over the wire: text, bytes, or NULL. */
export type WireValue = string | Buffer | null;

/** Messages one after the other, to be sent in one piece. */
export interface WireWriter {
  /** Prepares a statement; `name` may be empty: until the next one. */
  parse(name: string, text: string): void;
  /** Binds a prepared statement to values; the answer is asked for as text. */
  bind(name: string, values: readonly WireValue[]): void;
  /** Asks which columns the bound statement answers with. */
  describe(): void;
  /** Runs the bound statement to its end. */
  execute(): void;
  /** Forgets a prepared statement, if it is there. */
  close(name: string): void;
  /** Ends the piece: the server answers now, and after an error begins anew behind it. */
  sync(): void;
  /** All of it. Leaves the writer empty. */
  take(): Buffer;
}

const CODE = { parse: 0x50, bind: 0x42, describe: 0x44, execute: 0x45, close: 0x43, sync: 0x53 };
const STATEMENT = 0x53;
const PORTAL = 0x50;
const FIRST_SIZE = 65_536;
/** A larger buffer than this is not kept for the next piece. */
const LARGEST_KEPT = 1_048_576;
const MOST_BYTES_OF_UNIT = 3;

/** Bytes written one after the other, with room made as it is needed. */
class Bytes {
  #buffer = Buffer.allocUnsafe(FIRST_SIZE);
  #at = 0;
  #started = 0;

  begin(code: number): void {
    this.int8(code);
    this.#started = this.#at;
    this.#room(4);
    this.#at += 4;
  }

  /** The length of a message counts itself, and not its code. */
  end(): void {
    this.#buffer.writeUInt32BE(this.#at - this.#started, this.#started);
  }

  int8(value: number): void {
    this.#room(1);
    this.#buffer[this.#at] = value;
    this.#at += 1;
  }

  int16(value: number): void {
    this.#room(2);
    this.#at = this.#buffer.writeUInt16BE(value, this.#at);
  }

  name(text: string): void {
    this.#room(text.length * MOST_BYTES_OF_UNIT);
    this.#at += this.#buffer.write(text, this.#at);
    this.int8(0);
  }

  value(given: WireValue): void {
    if (given === null) {
      this.#room(4);
      this.#at = this.#buffer.writeInt32BE(-1, this.#at);
    } else if (typeof given === "string") {
      this.#room(given.length * MOST_BYTES_OF_UNIT + 4);
      const bytes = this.#buffer.write(given, this.#at + 4);
      this.#buffer.writeInt32BE(bytes, this.#at);
      this.#at += bytes + 4;
    } else {
      this.#room(given.length + 4);
      this.#at = this.#buffer.writeInt32BE(given.length, this.#at);
      this.#at += given.copy(this.#buffer, this.#at);
    }
  }

  take(): Buffer {
    const taken = Buffer.from(this.#buffer.subarray(0, this.#at));
    this.#at = 0;
    if (this.#buffer.length > LARGEST_KEPT) this.#buffer = Buffer.allocUnsafe(FIRST_SIZE);
    return taken;
  }

  #room(bytes: number): void {
    const needed = this.#at + bytes;
    if (needed <= this.#buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.#buffer.length * 2, needed));
    this.#buffer.copy(larger, 0, 0, this.#at);
    this.#buffer = larger;
  }
}

/** Makes a writer, to be used again for every piece. */
export function makeWireWriter(): WireWriter {
  const bytes = new Bytes();
  return {
    parse: (name, text) => {
      bytes.begin(CODE.parse);
      bytes.name(name);
      bytes.name(text);
      bytes.int16(0);
      bytes.end();
    },
    bind: (name, values) => {
      bytes.begin(CODE.bind);
      bytes.int8(0);
      bytes.name(name);
      bytes.int16(values.length);
      for (const value of values) bytes.int16(Buffer.isBuffer(value) ? 1 : 0);
      bytes.int16(values.length);
      for (const value of values) bytes.value(value);
      bytes.int16(0);
      bytes.end();
    },
    describe: () => {
      bytes.begin(CODE.describe);
      bytes.int8(PORTAL);
      bytes.int8(0);
      bytes.end();
    },
    execute: () => {
      bytes.begin(CODE.execute);
      for (let zero = 0; zero < 5; zero += 1) bytes.int8(0);
      bytes.end();
    },
    close: (name) => {
      bytes.begin(CODE.close);
      bytes.int8(STATEMENT);
      bytes.name(name);
      bytes.end();
    },
    sync: () => {
      bytes.begin(CODE.sync);
      bytes.end();
    },
    take: () => bytes.take(),
  };
}

/** A value of a statement as its parameter: lists become arrays, other objects JSON. */
export function wireValue(value: unknown): WireValue {
  if (value === null || value === undefined) return null;
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean" || typeof value === "bigint") {
    return String(value);
  }
  if (Buffer.isBuffer(value)) return value;
  if (value instanceof Uint8Array) {
    return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  }
  return Array.isArray(value) ? arrayText(value) : JSON.stringify(value);
}

const ESCAPED = /[\\"]/gu;

function arrayText(list: readonly unknown[]): string {
  const items = list.map((item) => {
    if (Array.isArray(item)) return arrayText(item);
    const value = wireValue(item);
    if (value === null) return "NULL";
    const text = typeof value === "string" ? value : `\\x${value.toString("hex")}`;
    return `"${text.replace(ESCAPED, "\\$&")}"`;
  });
  return `{${items.join(",")}}`;
}
