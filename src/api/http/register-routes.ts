import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from "fastify";
import type { z } from "zod";
import { refusedByRole } from "../../access/policy.ts";
import type { DenyRule } from "../../access/policy-types.ts";
import { purposeOf } from "../../access/purposes.ts";
import { browserOf } from "../../access/browser.ts";
import {
  cookieOptions,
  knownCookieOptions,
  providerCookieOptions,
} from "../../access/session-cookie.ts";
import type { Route } from "../../contract/route.ts";
import type { Problem } from "../../kernel/problem.ts";
import { inTenant } from "../../store/in-tenant.ts";
import type { AppContext } from "../app-context.ts";
import { authenticate, presume } from "../session/authenticate.ts";
import {
  StaleContext,
  type BoundHandler,
  type CookieJar,
  type FileAnswer,
  type Input,
  type PublicContext,
  type Reply,
  type RequestContext,
} from "./handler.ts";
import { acceptsGzip, markCompressed, WORTH_IT } from "./compress.ts";
import { accessEntry, denied } from "./denied.ts";
import { requestProblem, shapeProblems } from "./request-problems.ts";
import { needsStepUp, sessionProblem } from "./session-demands.ts";
import type { KnownAnswer } from "./known-answers.ts";
import type { KnownSessions } from "./known-sessions.ts";
import { sendProblems } from "./server.ts";
import { sessionCookieOf } from "./session-cookie-of.ts";

/** No script, no form, no link to anything, and an origin of its own. */
const NO_RIGHTS = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";
const FOR_EVER = "private, max-age=31536000, immutable";

/**
 * Serves every route of the contract with its handler. A route without handler or without an entry in the
 * register of purposes stops the start.
 */
export function registerRoutes(
  server: FastifyInstance,
  app: AppContext,
  routes: readonly Route[],
  handlers: readonly BoundHandler[],
  sessions: KnownSessions,
): void {
  for (const route of routes) {
    const handler = handlers.find((each) => each.route.id === route.id);
    if (handler === undefined) throw new Error(`the route ${route.id} has no handler`);
    if (purposeOf(route) === undefined) throw new Error(`the route ${route.id} has no purpose`);
    const served = {
      method: route.method,
      url: route.path,
      handler: async (request: FastifyRequest, reply: FastifyReply) =>
        answer({ app, handler, sessions }, request, reply),
    };
    if (route.takesBytes === true) serveBytes(server, served);
    else if (route.takesForm === true) serveForm(server, served);
    else server.route(served);
  }
}

/** A route of its own scope reads bytes as they come; every other one takes JSON only. */
function serveBytes(server: FastifyInstance, served: RouteOptions): void {
  server.register(async (scope) => {
    scope.addContentTypeParser("application/octet-stream", (_request, body, done) =>
      done(null, body),
    );
    scope.route(served);
  });
}

/** What another server says in a form is short. */
const FORM_LIMIT = 16 * 1024;

/** A route of its own scope reads a form, and nothing else; it is for no page, so none is asked for (`server.ts`). */
function serveForm(server: FastifyInstance, served: RouteOptions): void {
  server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      "application/x-www-form-urlencoded",
      { parseAs: "string", bodyLimit: FORM_LIMIT },
      (_request, body, done) => done(null, fieldsOf(String(body))),
    );
    scope.route({ ...served, config: { fromServer: true } });
  });
}

/** The fields of a form; one that comes twice is none, as two programs could read it differently. */
function fieldsOf(text: string): Readonly<Record<string, string>> {
  const fields = [...new URLSearchParams(text)];
  const once = fields.filter(([name]) => fields.filter(([each]) => each === name).length === 1);
  return Object.fromEntries(once);
}

/** A route as it is served. */
interface Served {
  readonly app: AppContext;
  readonly handler: BoundHandler;
  readonly sessions: KnownSessions;
}

async function answer(
  served: Served,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { app, handler } = served;
  const given = await run(served, request, reply);
  if (!given.ok) return sendProblems(reply, given.problems, app.problemTexts);
  if ("file" in given) return sendFile(reply, given.file);
  if ("known" in given) return sendKnown(request, reply, given.known);
  if (given.cacheForEver === true) reply.header("cache-control", FOR_EVER);
  // The shape of the contract lets nothing through that it does not name.
  return reply.send(handler.route.answer.parse(given.value));
}

/** Who is asked first, what is asked second: a stranger learns nothing about shapes. */
async function run(
  served: Served,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Reply<unknown>> {
  const { app, handler, sessions } = served;
  const open = publicContext(app, request, reply);
  if (!handler.needsSession) {
    const input = readInput(handler.route, request);
    return input.ok ? handler.run(open, input.value) : input;
  }
  const presumed = handler.confirms ? await runPresumed(served, open, request) : undefined;
  if (presumed !== undefined) return presumed;
  const ctx = await authenticate(open, sessions);
  if (ctx === undefined) return { ok: false, problems: [requestProblem.notSignedIn()] };
  const first = sessionProblem(ctx.session, handler.route, app.store.clock.now());
  if (first !== undefined) return { ok: false, problems: [first] };
  const { action, purpose } = handler.route;
  const refusal = refusedByRole(ctx.actor, action, purpose);
  if (refusal !== undefined) return { ok: false, problems: [await refused(ctx, handler, refusal)] };
  const input = readInput(handler.route, request);
  return input.ok ? handler.run(ctx, input.value) : input;
}

/**
 * Runs a handler for who asked the last time, which it confirms itself; undefined where that is not known, no
 * longer true or leads to a refusal: then it is asked first.
 */
async function runPresumed(
  { handler, sessions }: Served,
  open: PublicContext,
  request: FastifyRequest,
): Promise<Reply<unknown> | undefined> {
  // A sensitive act asks when the person last showed who it is.
  if (needsStepUp(handler.route)) return undefined;
  const ctx = presume(open, sessions);
  if (ctx === undefined) return undefined;
  const { action, purpose } = handler.route;
  if (refusedByRole(ctx.actor, action, purpose) !== undefined) return undefined;
  const input = readInput(handler.route, request);
  if (!input.ok) return undefined;
  try {
    const given = await handler.run(ctx, input.value);
    if (ctx.isConfirmed()) return given;
    // Refused before anything was looked up.
    if (!given.ok) return undefined;
    throw new Error(`${handler.route.id} did not confirm who asks`);
  } catch (error) {
    if (error instanceof StaleContext) return undefined;
    throw error;
  }
}

/** What a role may never do is a trace too: somebody tried. */
async function refused(
  ctx: RequestContext,
  { route }: BoundHandler,
  rule: DenyRule,
): Promise<Problem> {
  const entry = accessEntry(ctx, route, { persons: [] });
  return inTenant(ctx.app.store.pools.app, ctx.tenant, (tx) => denied(tx, ctx, entry, rule));
}

function publicContext(
  app: AppContext,
  request: FastifyRequest,
  reply: FastifyReply,
): PublicContext {
  const length = Number(request.headers["content-length"]);
  return {
    app,
    requestId: request.id,
    address: request.ip,
    browser: browserOf(request.headers["user-agent"]),
    origin: app.publicUrl ?? `${request.protocol}://${request.host}`,
    cookie: cookieJar(request, reply),
    knownBrowser: jar(request, reply, knownCookieOptions(request.protocol, request.hostname)),
    providerVisit: jar(request, reply, providerCookieOptions(request.protocol, request.hostname)),
    ...(Number.isSafeInteger(length) ? { declaredLength: length } : {}),
  };
}

function cookieJar(request: FastifyRequest, reply: FastifyReply): CookieJar {
  const { name, options } = cookieOptions(request.protocol, request.hostname);
  return {
    value: sessionCookieOf(request),
    set: (value) => void reply.setCookie(name, value, options),
    clear: () => void reply.clearCookie(name, options),
  };
}

function jar(
  request: FastifyRequest,
  reply: FastifyReply,
  { name, options }: ReturnType<typeof knownCookieOptions>,
): CookieJar {
  return {
    value: request.cookies[name],
    set: (value) => void reply.setCookie(name, value, options),
    clear: () => void reply.clearCookie(name, options),
  };
}

type Parsed =
  | { readonly ok: true; readonly value: Input<Route> }
  | { readonly ok: false; readonly problems: Problem[] };

function readInput(route: Route, request: FastifyRequest): Parsed {
  const params = route.params.safeParse(request.params);
  const query = route.query.safeParse(request.query);
  const body = route.body.safeParse(request.body ?? {});
  const problems = [
    ...issues("params", params),
    ...issues("query", query),
    ...issues("body", body),
  ];
  if (!params.success || !query.success || !body.success) return { ok: false, problems };
  return { ok: true, value: { params: params.data, query: query.data, body: body.data } };
}

function issues(
  part: "params" | "query" | "body",
  result: z.ZodSafeParseResult<unknown>,
): Problem[] {
  return result.success ? [] : shapeProblems(part, result.error);
}

function sendKnown(request: FastifyRequest, reply: FastifyReply, known: KnownAnswer): FastifyReply {
  reply.type("application/json; charset=utf-8");
  const text = known.text();
  if (text.length < WORTH_IT || !acceptsGzip(request.headers["accept-encoding"])) {
    return reply.send(text);
  }
  markCompressed(reply);
  return reply.send(known.packed());
}

function sendFile(reply: FastifyReply, file: FileAnswer): FastifyReply {
  const disposition = file.inline ? "inline" : "attachment";
  const name = encodeURIComponent(file.name);
  if (file.sandboxed === true) reply.header("content-security-policy", NO_RIGHTS);
  return reply
    .type(file.mediaType)
    .header("content-disposition", `${disposition}; filename*=UTF-8''${name}`)
    .header("x-content-type-options", "nosniff")
    .send(file.bytes instanceof Uint8Array ? Buffer.from(file.bytes) : file.bytes);
}
