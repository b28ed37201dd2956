import { connect, type Socket } from "node:net";

/** The whole answer of the server, or status 0 when the connection broke. */
export interface BareAnswer {
  readonly status: number;
  readonly text: string;
  /** Of the body, as it came over the wire. */
  readonly bytes: number;
}

/** A connection of HTTP/1.1 that is kept open and carries one request at a time. */
export interface BareConnection {
  send(head: string, body: string): Promise<BareAnswer>;
  close(): void;
}

const END_OF_HEAD = Buffer.from("\r\n\r\n");
const SHOWN = 400;

/**
 * Opens a connection that does no more than a client must: the clients share the machine with what is measured,
 * and the one of the platform takes as long to send a request as the server to answer it. Bodies are not
 * unpacked; of an answer that is no success the beginning is given.
 */
export async function openConnection(port: number): Promise<BareConnection> {
  const socket = await connected(port);
  let waiting: ((answer: BareAnswer) => void) | undefined;
  let came: Buffer = Buffer.alloc(0);
  function answer(given: BareAnswer): void {
    const resolve = waiting;
    waiting = undefined;
    resolve?.(given);
  }
  socket.on("data", (part: Buffer) => {
    came = came.length === 0 ? part : Buffer.concat([came, part]);
    const end = came.indexOf(END_OF_HEAD);
    if (end === -1) return;
    const head = came.toString("latin1", 0, end);
    const length = Number(/\r\ncontent-length: (\d+)/iu.exec(head)?.[1] ?? 0);
    const from = end + END_OF_HEAD.length;
    if (came.length < from + length) return;
    const status = Number(head.slice(9, 12));
    const text = status === 200 ? "" : came.toString("utf8", from, from + Math.min(length, SHOWN));
    came = came.subarray(from + length);
    answer({ status, text, bytes: length });
  });
  const broken = () => answer({ status: 0, text: "The connection broke", bytes: 0 });
  socket.on("error", broken);
  socket.on("close", broken);
  return {
    send: (head, body) =>
      new Promise((resolve) => {
        waiting = resolve;
        if (socket.destroyed) return broken();
        socket.write(`${head}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
      }),
    close: () => socket.destroy(),
  };
}

function connected(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: "127.0.0.1", noDelay: true });
    socket.once("connect", () => resolve(socket));
    socket.once("error", reject);
  });
}
