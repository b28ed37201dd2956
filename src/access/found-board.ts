import { roles, type Role } from "../domain/command.ts";
import type { UnitCommand } from "../domain/unit/decide-unit.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Uuid } from "../kernel/ids.ts";
import { carriedOut } from "../kernel/result.ts";
import { makeBoard, runUnit } from "../store/commands/execute-unit.ts";
import type { Store } from "../store/deps.ts";
import { inTenant, type Tx } from "../store/in-tenant.ts";
import type { Tenant } from "../store/tenant.ts";
import { inviteAccount } from "./account-changes.ts";
import { COPY_SECRET_BYTES, makeAccount } from "./accounts.ts";
import { setBoardSignIn } from "./board-sign-in.ts";
import { readableSecret } from "./passwords.ts";

/** A board of real persons that is to be made. */
export interface RealFounding {
  readonly name: string;
  readonly units: readonly string[];
  readonly committee?: string | undefined;
  readonly userAdministrator: FoundingPerson;
  readonly systemAdministrator: FoundingPerson;
}

export interface FoundingPerson {
  readonly name: string;
  readonly username: string;
}

/** Somebody who was given an account, with the code for the first password, told this once. */
export interface InvitedPerson extends FoundingPerson {
  readonly role: Role;
  readonly code: string;
}

/** Decide as bodies and sign in nowhere, so no second factor can be asked of them. */
const BODIES: ReadonlySet<Role> = new Set(["committee", "board"]);

/**
 * Makes a board of real persons: its units, the bodies that decide, and two accounts without a password. Every role
 * must have a second factor until the board says otherwise. The accounts come last, so that a board that was
 * interrupted is none that anybody signs in to. Throws where a command is refused, which is a fault of ours.
 */
export async function foundRealBoard(
  store: Store,
  founding: RealFounding,
  randomBytes: (length: number) => Uint8Array,
): Promise<{
  readonly tenant: Tenant;
  readonly accounts: readonly InvitedPerson[];
  readonly until: Instant;
}> {
  const administrator = store.ids.next();
  const entry = {
    staff: administrator,
    action: "session.make-board",
    purpose: "administration",
    persons: [],
  } as const;
  const base = { actor: administrator, access: entry };
  const { name } = founding;
  const asked = { ...base, commandId: store.ids.next(), name, synthetic: false };
  const { tenant } = carriedOut("board.make", await makeBoard(store, asked));
  return inTenant(store.pools.app, tenant, async (tx) => {
    const people = await employ(store, tx, founding, base);
    await setBoardSignIn(tx, {
      localAccounts: true,
      factorRoles: roles.filter((role) => !BODIES.has(role)),
    });
    const now = store.clock.now();
    const accounts: InvitedPerson[] = [];
    let until = now;
    for (const { staff, ...person } of people) {
      const account = store.ids.next();
      const { username } = person;
      const copySecret = randomBytes(COPY_SECRET_BYTES);
      await makeAccount(tx, { account, staff, username, passwordHash: null, copySecret }, now);
      const code = readableSecret(randomBytes);
      until = await inviteAccount(tx, account, code, now);
      accounts.push({ ...person, code });
    }
    return { tenant, accounts, until };
  });
}

type Base = Pick<Parameters<typeof runUnit>[2], "actor" | "access">;

async function employ(store: Store, tx: Tx, founding: RealFounding, base: Base) {
  const { ids } = store;
  const { name, units, committee, userAdministrator, systemAdministrator } = founding;
  const people = [
    { staff: base.actor, role: "user-administrator", ...userAdministrator },
    { staff: ids.next(), role: "system-administrator", ...systemAdministrator },
  ] as const;
  const commands: UnitCommand[] = [
    ...units.map((unit) => ({
      type: "unit.make" as const,
      ids: { unit: ids.next() },
      data: { name: unit },
    })),
    ...people.map((person) => hire(person.staff, person.name, person.role)),
    hire(ids.next(), name, "board"),
    ...(committee === undefined ? [] : [hire(ids.next(), committee, "committee")]),
  ];
  for (const command of commands) {
    const request = { ...base, tenant: tx.tenant, commandId: ids.next(), command };
    carriedOut(command.type, await runUnit(store, tx, request));
  }
  return people;
}

function hire(staff: Uuid, name: string, role: Role): UnitCommand {
  return { type: "staff.add", ids: { staff }, data: { name, role, qualified: false } };
}
