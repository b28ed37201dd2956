import { COPY_SECRET_BYTES, makeAccount } from "../access/accounts.ts";
import { hashPassword, readableSecret } from "../access/passwords.ts";
import { fixedClock } from "../kernel/clock.ts";
import { seededIdSource, type IdSource } from "../kernel/ids.ts";
import { isForATime } from "../domain/unit/roles.ts";
import { stockholmDate, type Instant } from "../kernel/instant.ts";
import { addDays, type PlainDate } from "../kernel/plain-date.ts";
import { carriedOut } from "../kernel/result.ts";
import { boardTime } from "../store/commands/organisation.ts";
import { makeBoard, runUnit } from "../store/commands/execute-unit.ts";
import type { Store } from "../store/deps.ts";
import { inTenant } from "../store/in-tenant.ts";
import type { Tenant } from "../store/tenant.ts";
import type { DemoBoard } from "./demo-files.ts";
import { demoTime, type DemoTime } from "./demo-time.ts";
import { demoAccess, type DemoWorld } from "./demo-world.ts";
import { makeReferences, type References } from "./references.ts";

/** An account of the demo with its password, which is told once and never again. */
export interface DemoAccount {
  readonly username: string;
  readonly password: string;
  readonly name: string;
  readonly role: string;
  readonly unit: string | null;
}

/** A synthetic board that is to be made, and since when it has been there. */
export interface Founding {
  readonly name: string;
  readonly board: Pick<DemoBoard, "units" | "staff">;
  /** A day before the first thing of the demo happened, counted from today. */
  readonly founded: number;
  readonly simulatedToday: PlainDate | undefined;
  /** What the ids of units and staff are drawn from, where the same are wanted again. */
  readonly seed?: string;
}

/** Makes the board with its units and staff, in whose name everything else is done. */
export async function foundBoard(store: Store, founding: Founding): Promise<DemoWorld> {
  const { board, name, simulatedToday } = founding;
  const { ids, calendar } = store;
  const simulated = { name, synthetic: true, simulatedToday, stream: ids.next() };
  const time = demoTime(boardTime(store, simulated).now, calendar);
  const references = knownStaff(
    board,
    founding.seed === undefined ? ids : seeded(founding.seed, time),
  );
  const actor = references.id("@admin");
  const made = await makeBoard(store, {
    commandId: ids.next(),
    actor,
    access: demoAccess(actor, "board.make"),
    name,
    synthetic: true,
    at: time.moment({ day: founding.founded, at: OPENS }),
    ...(simulatedToday === undefined ? {} : { simulatedToday }),
  });
  const { tenant } = carriedOut("board.make", made);
  const world: DemoWorld = { store, ids, tenant, time, references, matters: new Map() };
  await employ(world, founding, time);
  return world;
}

/** The world of a board that was founded with a seed at `madeAt`: the same names stand for the same ids. */
export function worldAgain(
  store: Store,
  tenant: Tenant,
  board: Founding["board"],
  { seed, madeAt }: { readonly seed: string; readonly madeAt: Instant },
): DemoWorld {
  const time = demoTime(madeAt, store.calendar);
  const references = knownStaff(board, seeded(seed, time));
  return { store, ids: store.ids, tenant, time, references, matters: new Map() };
}

function seeded(seed: string, { now }: DemoTime): IdSource {
  return seededIdSource(`${seed} staff`, fixedClock(now));
}

function knownStaff(board: Founding["board"], ids: IdSource): References {
  const references = makeReferences(ids);
  for (const member of board.staff) references.know(`@${member.key}`, ids.next());
  for (const unit of Object.keys(board.units)) references.know(`@${unit}`, ids.next());
  return references;
}

async function employ(
  world: DemoWorld,
  { board, founded }: Founding,
  time: DemoTime,
): Promise<void> {
  const { store, ids, references, tenant } = world;
  const actor = references.id("@admin");
  const at = time.moment({ day: founded, at: OPENS });
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
      data: {
        name,
        role,
        qualified,
        ...(isForATime(role) ? { to: addDays(stockholmDate(time.now), INSPECTED_FOR) } : {}),
      },
    })),
  ];
  for (const command of commands) {
    const request = { ...base, commandId: ids.next(), command };
    const done = await inTenant(store.pools.app, tenant, (tx) => runUnit(store, tx, request, at));
    carriedOut(command.type, done);
  }
}

const OPENS = "08:00";
/** Days from today that a role for a time still runs. */
const INSPECTED_FOR = 90;

/** Accounts for everybody of the staff who signs in. A board without them was interrupted. */
export async function makeAccounts(
  world: DemoWorld,
  board: Founding["board"],
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
