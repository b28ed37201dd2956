import { listAccounts as readAccounts, type AccountFacts } from "../../access/account-changes.ts";
import { readBoardSignIn } from "../../access/board-sign-in.ts";
import { INSTALLATION } from "../../access/installation.ts";
import { IDLE_MS } from "../../access/sessions.ts";
import { stoppedNames } from "../../access/throttle.ts";
import { listAccounts } from "../../contract/accounts/list-accounts.ts";
import { roles } from "../../domain/command.ts";
import type { UnitState } from "../../domain/unit/unit-state.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { instantOfMillis, millisOf } from "../../kernel/instant.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import { ok } from "../../kernel/result.ts";
import { logView } from "../../store/access-log.ts";
import { inTenant } from "../../store/in-tenant.ts";
import { accessEntry } from "../http/denied.ts";
import { handle, type AnswerOf } from "../http/handler.ts";

type Listed = AnswerOf<typeof listAccounts>["staff"][number]["account"];

/** Bodies that decide stand among the staff and sign in nowhere. */
const BODIES: ReadonlySet<string> = new Set(["committee", "board"]);
const swedish = new Intl.Collator("sv");

export const listAccountsHandler = handle(listAccounts, async (ctx) => {
  const { pools, clock } = ctx.app.store;
  const now = clock.now();
  const idleSince = instantOfMillis(millisOf(now) - IDLE_MS);
  const [accounts, signIn] = await inTenant(pools.app, ctx.tenant, async (tx) => {
    const read = await Promise.all([readAccounts(tx, now, idleSince), readBoardSignIn(tx)]);
    logView(tx, accessEntry(ctx, listAccounts, { persons: [] }), ctx.now);
    return read;
  });
  const names = accounts.map(({ username }) => username);
  const locked = await inTenant(pools.app, INSTALLATION, (tx) => stoppedNames(tx, names, now));
  const byStaff = new Map(accounts.map((each) => [each.staff, each]));
  const { state } = ctx.organisation;
  return ok({
    today: ctx.today,
    staff: state.staff
      .filter(({ role }) => !BODIES.has(role))
      .map(({ staff, name, role, unit, qualified, from, to }) => ({
        id: staff,
        name,
        role,
        unit: unit ?? null,
        qualified,
        from: from ?? null,
        to: to ?? null,
        grants: grantsOf(state, staff, ctx.today),
        self: staff === ctx.staff.staff,
        account: listed(byStaff.get(staff), locked),
      }))
      .toSorted((a, b) => swedish.compare(a.name, b.name)),
    bodies: state.staff
      .filter(({ role }) => BODIES.has(role))
      .map(({ staff, name, role }) => ({ id: staff, name, role })),
    units: state.units.map(({ unit, name }) => ({ id: unit, name })),
    roles: roles.filter((role) => !BODIES.has(role)),
    ...signIn,
  });
});

/** What was given beside the own role, of today and later: the first to begin first. */
function grantsOf({ grants = [] }: UnitState, of: Uuid, today: PlainDate) {
  return grants
    .filter(({ staff, to }) => staff === of && (to === undefined || to >= today))
    .map(({ grant, role, from, to }) => ({ grant, role, from, to: to ?? null }))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
}

function listed(facts: AccountFacts | undefined, locked: ReadonlySet<string>): Listed {
  if (facts === undefined) return null;
  const { closedAt, staff: _staff, ...rest } = facts;
  return { ...rest, closed: closedAt !== null, locked: locked.has(facts.username) };
}
