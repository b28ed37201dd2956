import { COPY_SECRET_BYTES, makeAccount } from "../access/accounts.ts";
import { hashPassword, readableSecret } from "../access/passwords.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import { boardTime } from "../store/commands/organisation.ts";
import { makeBoard, runUnit } from "../store/commands/execute-unit.ts";
import type { Store } from "../store/deps.ts";
import { inTenant } from "../store/in-tenant.ts";
import type { Tenant } from "../store/tenant.ts";
import { backgroundFamilies } from "./background.ts";
import { readDemoFiles, type DemoBoard } from "./demo-files.ts";
import { byWhen, demoTime, type DemoTime } from "./demo-time.ts";
import { carriedOut, demoAccess, type DemoWorld } from "./demo-world.ts";
import { makeReferences, resolveAnswers } from "./references.ts";
import { placeOf, runFamily, writeDraft } from "./run-family.ts";

/** An account of the demo with its password, which is told once and never again. */
export interface DemoAccount {
  readonly username: string;
  readonly password: string;
  readonly name: string;
  readonly role: string;
  readonly unit: string | null;
}

export interface DemoOptions {
  readonly name?: string | undefined;
  /** The board believes it is this day; the demo then ends there. */
  readonly simulatedToday?: PlainDate;
  readonly randomBytes: (length: number) => Uint8Array;
}

/** The day before the first thing of the demo happened. */
const FOUNDED = { day: -400, at: "08:00" };

/**
 * Makes a synthetic board with units, staff, accounts and families at every point of the chain, by the
 * ordinary commands, dated back from today. Accounts come last: a board without them was interrupted.
 */
export async function makeDemoBoard(
  store: Store,
  options: DemoOptions,
): Promise<{
  readonly tenant: Tenant;
  readonly board: string;
  readonly accounts: readonly DemoAccount[];
}> {
  const { board, families, background } = readDemoFiles();
  const name = options.name ?? board.name;
  const world = await found(inReleasedWords(store), board, name, options.simulatedToday);
  for (const family of [...families, ...backgroundFamilies(background)]) {
    await runFamily(world, family);
  }
  await beginDrafts(world, board);
  const accounts = await makeAccounts(world, board, options.randomBytes);
  return { tenant: world.tenant, board: name, accounts };
}

/** The files of the demo use the codes of the released specification, also where a later one is tried. */
function inReleasedWords(store: Store): Store {
  const { packs } = store;
  return { ...store, packs: { find: packs.find, current: (tenant) => packs.current(tenant) } };
}

async function found(
  store: Store,
  board: DemoBoard,
  name: string,
  simulatedToday: PlainDate | undefined,
): Promise<DemoWorld> {
  const { ids, calendar } = store;
  const simulated = { name, synthetic: true, simulatedToday, stream: ids.next() };
  const time = demoTime(boardTime(store, simulated).now, calendar);
  const references = makeReferences(ids);
  for (const member of board.staff) references.know(`@${member.key}`, ids.next());
  for (const unit of Object.keys(board.units)) references.know(`@${unit}`, ids.next());
  const actor = references.id("@admin");
  const made = await makeBoard(store, {
    commandId: ids.next(),
    actor,
    access: demoAccess(actor, "board.make"),
    name,
    synthetic: true,
    at: time.moment(FOUNDED),
    ...(simulatedToday === undefined ? {} : { simulatedToday }),
  });
  const { tenant } = carriedOut("board.make", made);
  const world: DemoWorld = { store, ids, tenant, time, references, matters: new Map() };
  await employ(world, board, time);
  return world;
}

async function employ(world: DemoWorld, board: DemoBoard, time: DemoTime): Promise<void> {
  const { store, ids, references, tenant } = world;
  const actor = references.id("@admin");
  const at = time.moment(FOUNDED);
  const base = { tenant, actor, access: demoAccess(actor, "staff.add") };
  const commands = [
    ...Object.entries(board.units).map(([key, name]) => ({
      type: "unit.make" as const,
      ids: { unit: references.id(`@${key}`) },
      data: { name },
    })),
    ...board.staff.map(({ key, name, role, qualified, unit }) => ({
      type: "staff.add" as const,
      ids: {
        staff: references.id(`@${key}`),
        ...(unit === undefined ? {} : { unit: references.id(`@${unit}`) }),
      },
      data: { name, role, qualified },
    })),
  ];
  for (const command of commands) {
    const request = { ...base, commandId: ids.next(), command };
    const done = await inTenant(store.pools.app, tenant, (tx) => runUnit(store, tx, request, at));
    carriedOut(command.type, done);
  }
}

async function beginDrafts(world: DemoWorld, board: DemoBoard): Promise<void> {
  const { store, ids, references, tenant, time } = world;
  for (const draft of board.drafts.toSorted(byWhen)) {
    const at = time.moment(draft);
    const content = resolveAnswers(draft.content, at, time, references, ids);
    const { document, by } = draft;
    const wanted = {
      ...placeOf(world, draft.matter),
      draft: ids.next(),
      document,
      by,
      content,
      at,
    };
    await inTenant(store.pools.app, tenant, (tx) => writeDraft(world, tx, wanted));
  }
}

async function makeAccounts(
  world: DemoWorld,
  board: DemoBoard,
  randomBytes: (length: number) => Uint8Array,
): Promise<readonly DemoAccount[]> {
  const { store, ids, references, tenant } = world;
  const made = await Promise.all(
    board.staff.flatMap(({ key, name, role, unit, username }) =>
      username === undefined
        ? []
        : [withPassword({ key, name, role, unit, username }, randomBytes)],
    ),
  );
  const now = store.clock.now();
  await inTenant(store.pools.app, tenant, async (tx) => {
    for (const { key, username, passwordHash } of made) {
      const account = {
        account: ids.next(),
        staff: references.id(`@${key}`),
        username,
        passwordHash,
        copySecret: randomBytes(COPY_SECRET_BYTES),
      };
      await makeAccount(tx, account, now);
    }
  });
  return made.map(({ username, password, name, role, unit }) => ({
    username,
    password,
    name,
    role,
    unit: unit === undefined ? null : (board.units[unit] ?? null),
  }));
}

async function withPassword<T extends object>(
  member: T,
  randomBytes: (length: number) => Uint8Array,
) {
  const password = readableSecret(randomBytes);
  return { ...member, password, passwordHash: await hashPassword(password) };
}
