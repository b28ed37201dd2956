import { INSTALLATION } from "../../access/installation.ts";
import { giveBackSetupCode, lockSetup, takeSetupCode } from "../../access/setup-code.ts";
import { countTry, setupRule } from "../../access/throttle.ts";
import { makeDemoBoard } from "../../contract/session/make-demo-board.ts";
import { makeDemoBoard as makeBoard } from "../../demo/make-demo-board.ts";
import { makeMunicipality, type MunicipalityOptions } from "../../demo/make-municipality.ts";
import { problem, type Problem } from "../../kernel/problem.ts";
import { inTenant, type Tx } from "../../store/in-tenant.ts";
import { handlePublic, type PublicContext } from "../http/handler.ts";
import type { AppContext } from "../app-context.ts";
import { BEGUN, tellFailed, tellFilling } from "./filling.ts";
import { usableBoards } from "./read-setup.ts";

/**
 * The code is used up before anything is made, and given back when the making fails. One board is made at a time,
 * also by two servers with a code each: the lock is held until the board is there, and gone with a server that died.
 */
export const makeDemoBoardHandler = handlePublic(makeDemoBoard, async (ctx, { body }) => {
  const stopped = await throttled(ctx);
  if (stopped !== undefined) return { ok: false, problems: [stopped] };
  return inInstallation(ctx, async (lock) => {
    if (!(await lockSetup(lock))) return { ok: false, problems: [problem("setup.under-way")] };
    const refused = await refusal(ctx, body.code);
    if (refused !== undefined) return { ok: false, problems: [refused] };
    return make(ctx, body);
  });
});

interface Body {
  readonly code: string;
  readonly name?: string | undefined;
  readonly size: "families" | "small" | "typical";
}

async function make(ctx: PublicContext, body: Body) {
  try {
    const made = await makeSized(ctx.app, body);
    return { ok: true as const, value: { board: made.board, accounts: [...made.accounts] } };
  } catch (error) {
    await inInstallation(ctx, (tx) => giveBackSetupCode(tx, body.code));
    throw error;
  }
}

function makeSized(app: AppContext, { name, size }: Body) {
  const { store, randomBytes } = app;
  return size === "families"
    ? makeBoard(store, { name, randomBytes })
    : fillMunicipality(app, { name, size, randomBytes });
}

/** Ready to sign in to at once; it fills while it is used, and whoever asks hears how far it is. */
async function fillMunicipality(app: AppContext, options: MunicipalityOptions) {
  const told = (done: number, total: number) => tellFilling(app, { ...BEGUN, done, total });
  const made = await makeMunicipality(app.store, { ...options, told });
  tellFilling(app, BEGUN);
  made.filled.then(
    () => tellFilling(app, undefined),
    () => tellFailed(app),
  );
  return made;
}

async function throttled(ctx: PublicContext): Promise<Problem | undefined> {
  const now = ctx.app.store.clock.now();
  const tried = await inInstallation(ctx, (tx) => countTry(tx, setupRule, ctx.address, now));
  if (tried.allowed) return undefined;
  const { retryAfterSeconds } = tried;
  const minutes = Math.ceil(retryAfterSeconds / 60);
  return problem("session.too-many-tries", { params: { retryAfterSeconds, minutes } });
}

async function refusal(ctx: PublicContext, code: string): Promise<Problem | undefined> {
  const now = ctx.app.store.clock.now();
  const boards = await usableBoards(ctx.app.store.pools);
  if (boards.length > 0) return problem("setup.already-done");
  const taken = await inInstallation(ctx, (tx) => takeSetupCode(tx, code, now));
  return taken ? undefined : problem("setup.wrong-code", { pointer: "/code" });
}

function inInstallation<T>(ctx: PublicContext, work: (tx: Tx) => Promise<T>): Promise<T> {
  return inTenant(ctx.app.store.pools.app, INSTALLATION, work);
}
