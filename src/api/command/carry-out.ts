import {
  findAktFacts,
  findFactsOfAkter,
  mayInMatter,
  type AktFacts,
} from "../../access/akt-reach.ts";
import type { aktCommand } from "../../contract/akt-command.ts";
import { definitions } from "../../domain/definitions.ts";
import { problem, type Problem } from "../../kernel/problem.ts";
import { fail, type Result } from "../../kernel/result.ts";
import type { Store } from "../../store/deps.ts";
import { readForAkt, runAkt, type AktReads } from "../../store/commands/execute-akt.ts";
import { readForAkter } from "../../store/commands/read-together.ts";
import type { AktAnswer, AktRequest } from "../../store/commands/request.ts";
import { logRefusal, transactCommand } from "../../store/commands/transact-command.ts";
import { onceInTenant, type Tx } from "../../store/in-tenant.ts";
import { gather, type Outcome } from "../drafts/gather.ts";
import { denial } from "../http/denied.ts";
import type { RequestContext } from "../http/handler.ts";
import { confirmTogether } from "../session/authenticate.ts";
import { deciderProblem } from "./decider.ts";

/** A route of a command on an akt. */
export type AktRoute = ReturnType<typeof aktCommand>;

/** A command on an akt somebody has given. */
export interface AskedCommand {
  readonly ctx: RequestContext;
  readonly route: AktRoute;
  readonly request: AktRequest;
}

type Done = Result<AktAnswer>;

/** While two transactions run, one waits for the disk or the database and the other for the program. */
const SIZES = { most: 16, atOnce: 2, slowMs: 250, backWithinMs: 4 };

/** Bytes of a request that is carried out by itself. */
const LONG = 100_000;

const gathered = gather<AskedCommand, Done>(async (store, asked, { alone }) => {
  const [first] = asked;
  if (first === undefined) return [];
  if (alone) return [{ given: await runAlone(store, first) }];
  return onceInTenant(store.pools.app, first.ctx.tenant, (tx) => runTogether(store, tx, asked));
}, SIZES);

/**
 * Carries out a command on an akt, where many come at once together with others, on other akter. Policy and
 * command run in one transaction: what the policy saw is what the command changes, and a refusal of either
 * leaves its row in the access log.
 */
export function carryOut(asked: AskedCommand): Promise<Done> {
  return gathered(asked.ctx.app.store, asked, { alone: !mayGoTogether(asked) });
}

/** What reads the past of an akt, locks others beside it or brings much with it holds nobody up. */
function mayGoTogether({ ctx, request }: AskedCommand): boolean {
  const definition = definitions[request.type];
  const isLight = definition?.looksAtLinked !== true && definition?.changesPast === undefined;
  return isLight && (ctx.declaredLength ?? 0) < LONG;
}

function runAlone(store: Store, { ctx, route, request }: AskedCommand): Promise<Done> {
  return transactCommand(store, request, async (tx) => {
    // Waited for together: when the connection breaks each of them fails, and a failure that nobody waits
    // for ends the whole program.
    const first = Promise.all([ctx.confirm(tx), findAktFacts(tx, request.akt)]);
    const reads = readForAkt(store, tx, request);
    const [, akt] = await first;
    return runAllowed(store, tx, { ctx, route, request }, akt, reads);
  });
}

async function runAllowed(
  store: Store,
  tx: Tx,
  { ctx, route, request }: AskedCommand,
  akt: AktFacts | undefined,
  reads: AktReads,
): Promise<Done> {
  if (akt === undefined) return fail(problem("akt.not-found", { status: 404 }));
  const refused = await refusal(tx, ctx, route, request, akt);
  if (refused !== undefined) return fail(refused);
  const access = { ...request.access, persons: [akt.person] };
  return runAkt(store, tx, { ...request, access }, undefined, reads);
}

/**
 * Carries out commands on different akter of one board in one transaction. Each is allowed, decided and refused
 * for itself; nobody waits for an akt or a draft that somebody else holds. When anything goes wrong all of it is
 * undone, and each is carried out alone.
 */
async function runTogether(
  store: Store,
  tx: Tx,
  asked: readonly AskedCommand[],
): Promise<readonly Outcome<Done>[]> {
  // Locked in the order of their ids, as everybody does; the second command on an akt waits for the first.
  const firsts = new Map(asked.toReversed().map((one) => [one.request.akt, one]));
  const locked = [...firsts.values()].toSorted((a, b) => (a.request.akt < b.request.akt ? -1 : 1));
  const contexts = locked.map(({ ctx }) => ctx);
  const [confirmed, read] = await Promise.all([
    confirmTogether(store, tx, contexts),
    readFree(store, tx, locked),
  ]);
  const outcomes = await Promise.all(
    read.map(async ({ one, akt, reads, isHeld }): Promise<Outcome<Done>> => {
      if (!confirmed.has(one.ctx)) return "stale";
      if (isHeld || reads === undefined) return "alone";
      const given = await runAllowed(store, tx, one, akt, reads);
      if (!given.ok) await logRefusal(store, tx, one.request, given.problems);
      return { given };
    }),
  );
  const found = new Map(locked.map((one, at) => [one, outcomes[at]]));
  return asked.map((one) => found.get(one) ?? "alone");
}

/** What commands are decided on, and whether somebody else holds a part of it: then it is as if that were not there. */
async function readFree(store: Store, tx: Tx, asked: readonly AskedCommand[]) {
  const requests = asked.map(({ request }) => request);
  const ids = requests.map(({ akt }) => akt);
  const [akter, reads] = await Promise.all([
    findFactsOfAkter(tx, ids),
    readForAkter(store, tx, requests),
  ]);
  return Promise.all(
    asked.map(async (one, at) => {
      const ofOne = reads[at];
      const [head, , , , draft] = (await ofOne?.parts) ?? [];
      const isHeld = head === undefined || (draft !== undefined && draft.head === undefined);
      return { one, akt: akter.get(one.request.akt), reads: ofOne, isHeld };
    }),
  );
}

/** Why the policy does not let somebody give a command on an akt; undefined where it does. */
async function refusal(
  tx: Tx,
  ctx: RequestContext,
  route: AktRoute,
  request: AktRequest,
  akt: AktFacts,
): Promise<Problem | undefined> {
  const matter = request.matter ?? request.akt;
  const verdict = mayInMatter(ctx.actor, route.action, route.purpose, akt, matter);
  if ("deny" in verdict) return denial(verdict.deny, ctx);
  return mayBeDecision(route) ? deciderProblem(tx, ctx, request) : undefined;
}

/** Decisions have routes of their own; some smaller acts are decisions too. */
function mayBeDecision(route: AktRoute): boolean {
  return route.action === "akt.decide" || definitions[route.command ?? ""]?.decides !== undefined;
}
