import { randomBytes } from "node:crypto";
import cookie from "@fastify/cookie";
import helmet from "@fastify/helmet";
import rateLimit from "@fastify/rate-limit";
import Fastify from "fastify";
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Problem } from "../../kernel/problem.ts";
import { parseSessionCookie } from "../../access/session-cookie.ts";
import { countedAddress } from "../../access/short-address.ts";
import { compressAnswer } from "./compress.ts";
import { DatabaseAway } from "../../store/in-tenant.ts";
import { createKnownSessions, type KnownSessions } from "./known-sessions.ts";
import { isOwnOrigin } from "./origin.ts";
import { PROBLEM_TYPE, problemAnswer } from "./problem-answer.ts";
import type { ProblemCatalogue } from "../../spec/problem-texts.ts";
import { faultLines, logRequests } from "./request-log.ts";
import type { LogLine } from "./request-log.ts";
import { requestProblem } from "./request-problems.ts";
import { sessionCookieOf } from "./session-cookie-of.ts";

/** A command carries one document; the longest text of a field is 200,000 letters. */
export const BODY_LIMIT = 2 * 1024 * 1024;
const ONE_YEAR_SECONDS = 31_536_000;
/** Who sends a request drop by drop holds a connection no longer than this; 2 MB take it at 140 kbit/s. */
const REQUEST_TIMEOUT_MS = 120_000;
const ID_BYTES = 8;
const IDS_DRAWN = 512;

declare module "fastify" {
  interface FastifyContextConfig {
    /** Another server asks it, with no page and no session. */
    readonly fromServer?: true;
  }
}

/** The server, for those above who start and stop it. */
export type HttpServer = FastifyInstance;

/** The server, and the sessions it counts requests by. */
export interface MadeServer {
  readonly server: HttpServer;
  readonly sessions: KnownSessions;
}

export interface ServerOptions {
  readonly texts: ProblemCatalogue;
  readonly log: LogLine;
  /** The address people type, when a proxy in front answers for it. */
  readonly publicUrl?: string;
  /** How many such proxies stand in front: their word on protocol and address is taken, nobody else's. */
  readonly trustProxy: number;
  /** Requests a minute from one session, or from one address without one. */
  readonly requestsPerMinute: number;
}

/** Fastify with everything that concerns every request: security headers, origin, rate, sizes, log, refusals. */
export async function makeServer(options: ServerOptions): Promise<MadeServer> {
  const sessions = createKnownSessions();
  const server = Fastify({
    bodyLimit: BODY_LIMIT,
    trustProxy: options.trustProxy > 0 && ((_address, hop) => hop < options.trustProxy),
    requestTimeout: REQUEST_TIMEOUT_MS,
    genReqId: requestIds(),
    routerOptions: { maxParamLength: 200 },
    clientErrorHandler: (error, socket) => {
      if (!socket.writable) socket.destroy(error);
      else socket.end(unreadable(error.code), () => socket.destroy());
    },
    // An address that is none would be repeated in the answer, which no header guards.
    frameworkErrors: (_error, _request, reply) => {
      void sendProblems(bare(reply), [requestProblem.notFound()], options.texts);
    },
  });
  // Only JSON is read; a plain text would reach the shapes as if it were one.
  server.removeContentTypeParser("text/plain");
  logRequests(server, options.log);
  server.setErrorHandler((error: FastifyError, request, reply) => {
    answerFault(error, request, reply, options);
  });
  await guardEveryAnswer(server);
  await server.register(cookie);
  await server.register(rateLimit, {
    max: options.requestsPerMinute,
    timeWindow: "1 minute",
    keyGenerator: (request) => rateKey(request, sessions),
    errorResponseBuilder: () => new TooManyRequests(),
  });
  server.addHook("onRequest", async (request, reply) =>
    refuseForeignOrigin(request, reply, options),
  );
  server.addHook("onSend", async (request, reply, payload) => {
    if (request.protocol === "https") {
      reply.header("strict-transport-security", `max-age=${ONE_YEAR_SECONDS}; includeSubDomains`);
    }
    if (!reply.hasHeader("cache-control")) reply.header("cache-control", "no-store");
    if (isOurJson(request, reply)) reply.header("content-disposition", AS_FILE);
    return compressAnswer(request, reply, payload);
  });
  return { server, sessions };
}

/** What a browser does with an answer that somebody is led to: it lies in a file, and is no page. */
const AS_FILE = 'attachment; filename="api.json"';

function isOurJson(request: FastifyRequest, reply: FastifyReply): boolean {
  return (
    request.url.startsWith("/api/") && String(reply.getHeader("content-type")).includes("json")
  );
}

/**
 * Sets the headers browsers guard by. They are the same for every answer, and helmet would make them anew for each
 * request: it is asked once.
 */
async function guardEveryAnswer(server: FastifyInstance): Promise<void> {
  await server.register(helmet, {
    global: false,
    contentSecurityPolicy: { directives: POLICY, useDefaults: false },
    hsts: false,
  });
  let guards: Map<string, string> | undefined;
  server.addHook("onRequest", (_request, reply, done) => {
    if (guards === undefined) {
      void reply.helmet();
      guards = new Map(
        Object.entries(reply.raw.getHeaders()).map(([name, value]) => [name, String(value)]),
      );
    } else reply.raw.setHeaders(guards);
    done();
  });
}

/** Random ids for the log. The bytes of many are drawn at once: a draw costs more than the rest of an id. */
function requestIds(): () => string {
  let drawn = Buffer.alloc(0);
  return () => {
    if (drawn.length === 0) drawn = randomBytes(ID_BYTES * IDS_DRAWN);
    const id = drawn.toString("hex", 0, ID_BYTES);
    drawn = drawn.subarray(ID_BYTES);
    return id;
  };
}

/** No script, style or frame but our own files; nothing inline, nothing evaluated. */
const POLICY = {
  "default-src": ["'none'"],
  "script-src": ["'self'"],
  "style-src": ["'self'"],
  "img-src": ["'self'", "data:"],
  "font-src": ["'self'"],
  "connect-src": ["'self'"],
  "manifest-src": ["'self'"],
  "frame-src": ["'self'"],
  "form-action": ["'self'"],
  "base-uri": ["'none'"],
  "frame-ancestors": ["'self'"],
};

class TooManyRequests extends Error {
  readonly statusCode = 429;
}

/**
 * A session counts by itself; without one the address does. A cookie that nobody has signed in with is no
 * session, or everybody could have as many as there are numbers.
 */
function rateKey(request: FastifyRequest, sessions: KnownSessions): string {
  const token = parseSessionCookie(sessionCookieOf(request))?.token;
  return (token === undefined ? undefined : sessions.keyOf(token)) ?? countedAddress(request.ip);
}

const WHAT_IS_WRONG: ReadonlyMap<string, string> = new Map([
  ["HPE_HEADER_OVERFLOW", "431 Request Header Fields Too Large"],
  ["ERR_HTTP_REQUEST_TIMEOUT", "408 Request Timeout"],
]);

/** The answer to what is no request at all, which no part of the program sees: nothing of us, and the end. */
function unreadable(code: string): string {
  const status = WHAT_IS_WRONG.get(code) ?? "400 Bad Request";
  const headers = ["Cache-Control: no-store", "X-Content-Type-Options: nosniff"];
  const lines = [`HTTP/1.1 ${status}`, ...headers, "Connection: close", "Content-Length: 0"];
  return `${lines.join("\r\n")}\r\n\r\n`;
}

/** An answer outside every hook, with what the hooks would have said. */
function bare(reply: FastifyReply): FastifyReply {
  return reply.headers({
    "cache-control": "no-store",
    "content-security-policy": "default-src 'none'",
    "x-content-type-options": "nosniff",
  });
}

async function refuseForeignOrigin(
  request: FastifyRequest,
  reply: FastifyReply,
  options: ServerOptions,
) {
  if (request.method === "GET" || request.method === "HEAD") return;
  // Another server has no page; what it sends is believed by its signature, and no cookie is looked at.
  if (request.routeOptions.config.fromServer === true) return;
  const own = { protocol: request.protocol, host: request.host };
  if (isOwnOrigin(request.headers, own, options.publicUrl)) return;
  await sendProblems(reply, [requestProblem.foreignOrigin()], options.texts);
}

/** Sends a refusal as RFC 9457 has it. */
export function sendProblems(
  reply: FastifyReply,
  problems: readonly Problem[],
  texts: ProblemCatalogue,
): FastifyReply {
  const answer = problemAnswer(problems, texts);
  const wait = problems[0]?.params?.["retryAfterSeconds"];
  if (wait !== undefined) reply.header("retry-after", String(wait));
  return reply.status(answer.status).type(PROBLEM_TYPE).send(JSON.stringify(answer));
}

function answerFault(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
  options: ServerOptions,
): void {
  const known = knownProblem(error);
  const fault = known === undefined ? faultProblem(error, request.id) : undefined;
  // The rest of a body that is too large is read and thrown away: a browser that still sends would else
  // see a broken connection instead of the reason.
  if (error.code === "FST_ERR_CTP_BODY_TOO_LARGE") reply.removeHeader("connection");
  if (fault !== undefined) faultLines(error, request.id).forEach(options.log);
  void sendProblems(reply, [known ?? fault ?? requestProblem.internal(request.id)], options.texts);
}

/** PostgreSQL's `disk_full`. */
const DISK_FULL = "53100";

/** PostgreSQL's `character_not_in_repertoire`: a text with the letter zero, which no text of people has. */
const NO_SUCH_LETTER = "22021";

/** PostgreSQL's `invalid_datetime_format` and `datetime_field_overflow`: a day that no calendar has. */
const NO_SUCH_DAY: ReadonlySet<string> = new Set(["22007", "22008"]);

/** What is wrong with us, as far as somebody can do something about it. */
function faultProblem(error: FastifyError, requestId: string): Problem {
  if (error.code === DISK_FULL) return requestProblem.diskFull();
  return error instanceof DatabaseAway
    ? requestProblem.databaseAway()
    : requestProblem.internal(requestId);
}

function knownProblem(error: FastifyError): Problem | undefined {
  if (error.code === NO_SUCH_LETTER) return requestProblem.malformed();
  if (NO_SUCH_DAY.has(error.code)) return requestProblem.noSuchDay();
  if (error.code === "FST_ERR_CTP_BODY_TOO_LARGE") return requestProblem.tooLarge(BODY_LIMIT);
  if (error.code === "FST_ERR_CTP_INVALID_MEDIA_TYPE") return requestProblem.notJson();
  if (error.statusCode === 429) return requestProblem.tooMany();
  const status = error.statusCode ?? 500;
  // A folder, a hidden file: nothing that is served.
  if (status === 403 || status === 404) return requestProblem.notFound();
  return status >= 400 && status < 500 ? requestProblem.malformed() : undefined;
}
