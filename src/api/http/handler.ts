import type { Readable } from "node:stream";
import type { z } from "zod";
import type { Browser } from "../../access/browser.ts";
import type { Session } from "../../access/sessions.ts";
import type { Actor } from "../../access/policy-types.ts";
import type { Route } from "../../contract/route.ts";
import type { StaffFacts } from "../../domain/command.ts";
import type { StandIns } from "../../domain/unit/stand-in.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import type { Problem } from "../../kernel/problem.ts";
import type { Organisation } from "../../store/commands/organisation.ts";
import { inTenant, type Tx } from "../../store/in-tenant.ts";
import type { Tenant } from "../../store/tenant.ts";
import type { AppContext } from "../app-context.ts";
import type { KnownAnswer } from "./known-answers.ts";

/** What every request knows, also one without a session. */
export interface PublicContext {
  readonly app: AppContext;
  readonly requestId: string;
  /** Where the request came from: counted while it lasts, and kept only shortened. */
  readonly address: string;
  /** What the browser says it is. */
  readonly browser: Browser;
  readonly cookie: CookieJar;
  /** Says that somebody has signed in with this browser before; opens nothing. */
  readonly knownBrowser: CookieJar;
  /** Somebody on a visit to the identity provider: binds its answer to this browser. */
  readonly providerVisit: CookieJar;
  /** The address of the page as its browser names it, scheme and host. */
  readonly origin: string;
  /** How long the body says it is, in bytes; undefined where it does not say. */
  readonly declaredLength?: number;
}

/** The session cookie of the request, and its change in the answer. */
export interface CookieJar {
  readonly value: string | undefined;
  set(value: string): void;
  clear(): void;
}

/** What a request of somebody signed in knows: who, in which board, and the board's time. */
export interface RequestContext extends PublicContext {
  readonly tenant: Tenant;
  readonly organisation: Organisation;
  readonly staff: StaffFacts;
  readonly actor: Actor;
  /** For whom the member of staff stands in today, and which functions are theirs. */
  readonly standIns: StandIns;
  readonly account: Uuid;
  /** The sign-in as it was found; absent where who asks was taken from memory. */
  readonly session?: Session;
  /** By the board's clock, which is simulated on a synthetic board that says so. */
  readonly now: Instant;
  readonly today: PlainDate;
  /**
   * Makes sure in a transaction that it is still true who asks, where that was taken from memory; throws
   * {@link StaleContext} when it is not. Nothing may be answered before.
   */
  confirm(tx: Tx): Promise<void>;
  /** What `confirm` looks up, where something was taken from memory: for who confirms several at once. */
  readonly claim?: Claim;
}

/** Who is taken to ask, until it has been looked up. */
export interface Claim {
  readonly token: string;
  readonly account: Uuid;
  readonly staff: Uuid;
  readonly exceptions: string | null;
  readonly organisation: Organisation;
  /** To be called when it was found to be true. */
  confirmed(): void;
}

/** Thrown when somebody's session or organisation has changed: they are read anew and the request is run again. */
export class StaleContext extends Error {}

/** The parsed parts of a request. */
export interface Input<R extends Route> {
  readonly params: z.infer<R["params"]>;
  readonly query: z.infer<R["query"]>;
  readonly body: z.infer<R["body"]>;
}

/** Bytes instead of JSON: a stored file, a table as CSV. A large one comes as a stream, as fast as it is taken. */
export interface FileAnswer {
  readonly bytes: Uint8Array | Readable;
  readonly mediaType: string;
  readonly name: string;
  /** Shown in the browser instead of saved. */
  readonly inline: boolean;
  /** From somebody outside: it gets no rights in the browser, whatever it holds. */
  readonly sandboxed?: true;
}

/** What a handler gives: an answer, a file, or the reasons why not. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T; readonly cacheForEver?: true }
  | { readonly ok: true; readonly file: FileAnswer }
  | { readonly ok: true; readonly known: KnownAnswer }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** A handler only reads what it answers with, so readonly lists and records may be given. */
export type Given<T> = T extends readonly (infer Item)[]
  ? readonly Given<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Given<T[Key]> }
    : T;

/** What the contract says a route answers, as a handler gives it. */
export type AnswerOf<R extends Route> = Given<z.input<R["answer"]>>;

/** A handler with the shapes of its route forgotten: what the registration loop sees. */
export interface BoundHandler {
  readonly route: Route;
  readonly needsSession: boolean;
  /** It confirms its context in the transaction it works in, so that who asks may be taken from memory. */
  readonly confirms: boolean;
  run(ctx: PublicContext | RequestContext, input: Input<Route>): Promise<Reply<unknown>>;
}

/** Ties a handler to its route: input and answer have the types of the contract. */
export function handle<R extends Route>(
  route: R,
  run: (ctx: RequestContext, input: Input<R>) => Promise<Reply<AnswerOf<R>>>,
): BoundHandler {
  return bind(route, { needsSession: true, confirms: false }, run);
}

/** As {@link handle}, for the few routes that need no session. */
export function handlePublic<R extends Route>(
  route: R,
  run: (ctx: PublicContext, input: Input<R>) => Promise<Reply<AnswerOf<R>>>,
): BoundHandler {
  return bind(route, { needsSession: false, confirms: false }, run);
}

/**
 * As {@link handle}, for a handler that works in one transaction. Who asks is looked up in the same one and not
 * before: its statements go out with the first of the handler, and its answer is waited for before the commit.
 */
export function handleInTx<R extends Route>(
  route: R,
  run: (ctx: RequestContext, input: Input<R>, tx: Tx) => Promise<Reply<AnswerOf<R>>>,
): BoundHandler {
  return handleConfirming(route, (ctx, input) =>
    inTenant(ctx.app.store.pools.app, ctx.tenant, async (tx) => {
      const confirmed = ctx.confirm(tx);
      const [reply] = await Promise.allSettled([run(ctx, input, tx), confirmed]);
      // What went wrong with a stale context went wrong because of it.
      await confirmed;
      if (reply.status === "rejected") throw reply.reason;
      return reply.value;
    }),
  );
}

/** As {@link handle}, for a handler that calls `ctx.confirm` in its transaction itself before it writes. */
export function handleConfirming<R extends Route>(
  route: R,
  run: (ctx: RequestContext, input: Input<R>) => Promise<Reply<AnswerOf<R>>>,
): BoundHandler {
  return bind(route, { needsSession: true, confirms: true }, run);
}

type Kind = Pick<BoundHandler, "needsSession" | "confirms">;

/** The loop parses with the route's own schemas and makes the context the kind asks for: hence the assertion. */
function bind(route: Route, kind: Kind, run: unknown): BoundHandler {
  return { route, ...kind, run: run as BoundHandler["run"] };
}
