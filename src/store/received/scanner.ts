import { spawn } from "node:child_process";
import { connect } from "node:net";
import { once } from "node:events";
import { problem, type Problem } from "../../kernel/problem.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";

/** What a virus scanner says of a file. `unavailable`: nothing could be learnt, so nothing passes. */
export type ScanVerdict = "clean" | "harmful" | "unavailable";

/** Looks through the bytes of a file that came in. Never throws. */
export type Scanner = (bytes: Buffer) => Promise<ScanVerdict>;

const TIMEOUT_MS = 60_000;
const CHUNK_BYTES = 64 * 1024;
const HARMFUL_EXIT = 1;
const LONGEST_ANSWER = 4096;

/**
 * Reads the setting of the scanner: `clamd:/run/clamav/clamd.ctl`, `clamd:127.0.0.1:3310`, or `command:` with a
 * program and its arguments, parted by blanks, which gets the file as its input and ends with 0 for clean and 1
 * for harmful. Empty or unset is no scanner. Refuses anything else with `setting-unusable`.
 */
export function readScanner(setting: string | undefined): Result<Scanner | undefined> {
  const text = setting?.trim() ?? "";
  if (text === "") return ok(undefined);
  const kind = text.slice(0, text.indexOf(":"));
  const rest = text.slice(text.indexOf(":") + 1);
  if (kind === "clamd" && rest.startsWith("/")) return ok(clamdAt({ path: rest }));
  const address = /^([\w.-]+|\[[\da-f:]+\]):(\d{1,5})$/i.exec(rest);
  if (kind === "clamd" && address !== null) {
    const host = (address[1] ?? "").replace(/[[\]]/g, "");
    return ok(clamdAt({ host, port: Number(address[2]) }));
  }
  const [program, ...args] = rest.split(/\s+/);
  if (kind === "command" && program?.startsWith("/") === true) return ok(commandOf(program, args));
  return fail(unusable(text));
}

function unusable(text: string): Problem {
  return problem("setting-unusable", {
    text: {
      sv: `Inställningen MITTPUNKT_SCAN kan inte vara "${text}".`,
      en: `The setting MITTPUNKT_SCAN can't be "${text}".`,
    },
  });
}

/** ClamAV's own protocol: `zINSTREAM`, then lengths and parts, then a length of zero. */
function clamdAt(
  address: { readonly path: string } | { readonly host: string; readonly port: number },
): Scanner {
  return async (bytes) => {
    const socket = connect({ ...address, timeout: TIMEOUT_MS });
    socket.on("timeout", () => socket.destroy(new Error("The scanner does not answer")));
    try {
      await once(socket, "connect");
      const answered = readAnswer(socket);
      socket.write("zINSTREAM\0");
      for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
        const part = bytes.subarray(at, at + CHUNK_BYTES);
        socket.write(lengthOf(part.length));
        if (!socket.write(part)) await once(socket, "drain");
      }
      socket.write(lengthOf(0));
      const answer = await answered;
      if (/\bFOUND\b/.test(answer)) return "harmful";
      return /: OK\b/.test(answer) ? "clean" : "unavailable";
    } catch {
      return "unavailable";
    } finally {
      socket.destroy();
    }
  };
}

function lengthOf(length: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(length);
  return bytes;
}

async function readAnswer(stream: AsyncIterable<Buffer>): Promise<string> {
  let answer = "";
  for await (const part of stream) {
    answer += part.toString("latin1");
    if (answer.includes("\0") || answer.length > LONGEST_ANSWER) break;
  }
  return answer;
}

function commandOf(program: string, args: readonly string[]): Scanner {
  return (bytes) =>
    new Promise((resolve) => {
      const child = spawn(program, args, {
        stdio: ["pipe", "ignore", "ignore"],
        timeout: TIMEOUT_MS,
      });
      child.on("error", () => resolve("unavailable"));
      child.on("close", (code) => {
        if (code === 0) resolve("clean");
        else resolve(code === HARMFUL_EXIT ? "harmful" : "unavailable");
      });
      // A scanner that has seen enough closes its input; its exit tells the rest.
      child.stdin.on("error", () => undefined);
      child.stdin.end(bytes);
    });
}
