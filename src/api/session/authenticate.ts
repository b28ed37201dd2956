import { findSession } from "../../access/sessions.ts";
import { parseSessionCookie } from "../../access/session-cookie.ts";
import type { Actor } from "../../access/policy-types.ts";
import type { StaffFacts } from "../../domain/command.ts";
import { standInsOn, type StandIns } from "../../domain/unit/stand-in.ts";
import type { Uuid } from "../../kernel/ids.ts";
import {
  boardTime,
  findOrganisation,
  loadOrganisation,
  type Organisation,
} from "../../store/commands/organisation.ts";
import type { Store } from "../../store/deps.ts";
import { atOnceInTenant, type Tx } from "../../store/in-tenant.ts";
import { parseTenant } from "../../store/tenant.ts";
import type { PublicContext, RequestContext } from "../http/handler.ts";

/**
 * The context of somebody signed in: one transaction reads session, member of staff and board. Undefined
 * when the cookie is missing, unknown or its session over; the real clock decides, never a simulated one.
 */
export async function authenticate(open: PublicContext): Promise<RequestContext | undefined> {
  const cookie = parseSessionCookie(open.cookie.value);
  const tenant = parseTenant(cookie?.tenant ?? 0);
  if (cookie === undefined || tenant === undefined) return undefined;
  const { store } = open.app;
  return atOnceInTenant(store.pools.app, tenant, async (tx) => {
    // Asked together: every request waits for the answer.
    const [session, organisation] = await Promise.all([
      findSession(tx, cookie.token, store.clock.now()),
      findOrganisation(store, tx),
    ]);
    if (session === undefined || organisation === undefined) return undefined;
    const who = memberOf(store, organisation, session.staff);
    return who === undefined ? undefined : { ...open, ...who, tenant, account: session.account };
  });
}

type Member = Pick<
  RequestContext,
  "staff" | "actor" | "standIns" | "organisation" | "now" | "today"
>;

/** Who a member of staff is, and what time it is on the board; undefined for somebody who has left. */
export async function signedInAs(store: Store, tx: Tx, staff: Uuid): Promise<Member | undefined> {
  return memberOf(store, await loadOrganisation(store, tx), staff);
}

function memberOf(store: Store, organisation: Organisation, staff: Uuid): Member | undefined {
  const facts = organisation.staff.get(staff);
  if (facts === undefined) return undefined;
  const time = boardTime(store, organisation.board);
  const standIns = standInsOn(organisation.state, staff, time.today);
  return {
    staff: facts,
    actor: actorOf(facts, standIns),
    standIns,
    organisation,
    ...time,
  };
}

function actorOf(facts: StaffFacts, { forStaff, units }: StandIns): Actor {
  const { staff, role, qualified, unit } = facts;
  const standIn = { staff: forStaff.map((each) => each.staff), units };
  return {
    staff,
    role,
    qualified,
    ...(unit === undefined ? {} : { unit }),
    ...(standIn.staff.length === 0 ? {} : { standIn }),
  };
}
