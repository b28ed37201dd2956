import { createHash } from "node:crypto";
import { createServer } from "node:net";
import type { Server } from "node:net";

import { errorCode } from "./connection.ts";

/**
 * Runs `work` while no other process of this machine starts a server on the same data folder; undefined,
 * at once and without running it, when one does. The lock is an abstract Unix socket: it needs no file
 * and ends with the process that holds it, so it can't be left behind.
 */
export async function underStartLock<T>(
  dataDir: string,
  work: () => Promise<T>,
): Promise<T | undefined> {
  const lock = await take(dataDir);
  if (lock === undefined) return undefined;
  try {
    return await work();
  } finally {
    lock.close();
  }
}

function take(dataDir: string): Promise<Server | undefined> {
  const name = createHash("sha256").update(dataDir).digest("hex");
  const { promise, resolve, reject } = Promise.withResolvers<Server | undefined>();
  const server = createServer((socket) => socket.destroy());
  server.once("error", (error) =>
    errorCode(error) === "EADDRINUSE" ? resolve(undefined) : reject(error),
  );
  server.listen(`\0mittpunkt-start-${name}`, () => resolve(server));
  return promise;
}
