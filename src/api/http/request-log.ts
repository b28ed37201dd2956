import type { FastifyInstance } from "fastify";

export type LogLine = (line: string) => void;

/**
 * One line a request: method, route pattern, status, milliseconds, request id. Never an address, a name, a
 * query or a body; the id of a person or akt stands in the path and is therefore left out too.
 */
export function logRequests(server: FastifyInstance, log: LogLine): void {
  server.addHook("onResponse", async (request, reply) => {
    const pattern = request.routeOptions.url ?? "-";
    const ms = Math.round(reply.elapsedTime);
    log(`${request.method} ${pattern} ${reply.statusCode} ${ms}ms ${request.id}`);
  });
}

/**
 * What is written of a fault that nobody foresaw: its kind, code and place in the program. The message is
 * left out, because the message of a database error may repeat what somebody wrote.
 */
export function faultLines(error: unknown, requestId: string): readonly string[] {
  if (!(error instanceof Error))
    return [`fault ${requestId}: something was thrown that is no error`];
  const code = "code" in error && typeof error.code === "string" ? ` ${error.code}` : "";
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /u.test(line));
  return [`fault ${requestId}: ${error.name}${code}`, ...frames.slice(0, 8)];
}
