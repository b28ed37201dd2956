import { connect, type AddressInfo } from "node:net";

import { seededRandom } from "../../src/kernel/random.ts";
import type { FuzzWorld } from "./world.ts";

const ROUNDS = 10;
const PATIENCE_MS = 20_000;

/** Requests no client would write: sent as bytes over a connection of their own. */
const WIRES: readonly string[] = [
  "GET / HTTP/1.1\r\n\r\n",
  "GET /api/v1/session/me HTTP/9.9\r\nHost: x\r\n\r\n",
  "\u0000\u0001\u0002\r\n\r\n",
  "GET /api/v1/session/me HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
  "GET /\u00e5\u0000 HTTP/1.1\r\nHost: x\r\n\r\n",
  `GET /${"a".repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
  `GET / HTTP/1.1\r\nHost: x\r\n${"X-Noise: 1\r\n".repeat(3000)}\r\n`,
  "POST /api/v1/session/sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
  "POST /api/v1/session/sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /admin HTTP/1.1\r\n\r\n",
  "POST /api/v1/session/sign-in HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nx\r\n",
  "POST /api/v1/session/sign-in HTTP/1.1\r\nHost: x\r\nOrigin: http://x\r\nContent-Type: application/json\r\nContent-Length: 99999999999\r\n\r\n{}",
  "GET /api/v1/session/me HTTP/1.1\r\nHost: x\r\nCookie: \u0000\u00ff\r\n\r\n",
  "OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n",
  "CONNECT evil.example:443 HTTP/1.1\r\nHost: x\r\n\r\n",
  "GET http://evil.example/ HTTP/1.1\r\nHost: x\r\n\r\n",
  "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
];

/** What is wrong with the answers to bytes that are no proper request: a fault of ours, or the inside shown. */
export async function brokenWires(world: FuzzWorld, seed: number): Promise<string[]> {
  await world.server.listen({ port: 0, host: "127.0.0.1" });
  const address = parseAddress(world.server.server.address());
  const faults: string[] = [];
  const random = seededRandom(`wires-${seed}`);
  for (let round = 0; round < ROUNDS; round += 1) {
    const wires = WIRES.map((wire) => {
      const bytes = Buffer.from(wire, "latin1");
      if (round > 0) bytes[random.integer(0, bytes.length - 1)] = random.integer(0, 255);
      return bytes;
    });
    const answers = await Promise.all(wires.map((bytes) => send(address.port, bytes)));
    answers.forEach((answer, at) => {
      if (answer.startsWith("HTTP/1.1 5") || /node_modules|\.ts:|\bat \S+ \(/u.test(answer)) {
        faults.push(`wire ${at} of round ${round}: ${answer.slice(0, 200)}`);
      }
    });
  }
  return faults;
}

function parseAddress(address: unknown): AddressInfo {
  return address as AddressInfo;
}

/** Sends bytes, closes its half and gives what came until the server closed or nothing came any more. */
function send(port: number, bytes: Buffer): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => socket.end(bytes));
    let answer = "";
    socket.setTimeout(PATIENCE_MS, () => socket.destroy());
    socket.on("data", (piece) => (answer += piece.toString("latin1")));
    socket.on("error", () => undefined);
    socket.on("close", () => resolve(answer));
  });
}
