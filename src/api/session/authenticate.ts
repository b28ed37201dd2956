import { actorOn } from "../../access/actor.ts";
import { logForeignBrowser } from "./foreign-browser.ts";
import {
  findSession,
  findSessions,
  type FoundSession,
  type Session,
} from "../../access/sessions.ts";
import { shortAddress } from "../../access/short-address.ts";
import { parseSessionCookie } from "../../access/session-cookie.ts";
import type { Uuid } from "../../kernel/ids.ts";
import {
  boardTime,
  findOrganisation,
  loadOrganisation,
  type Organisation,
} from "../../store/commands/organisation.ts";
import { parseExceptions } from "../../store/access-exceptions.ts";
import type { Store } from "../../store/deps.ts";
import { atOnceInTenant, type Tx } from "../../store/in-tenant.ts";
import { parseTenant } from "../../store/tenant.ts";
import {
  StaleContext,
  type Claim,
  type PublicContext,
  type RequestContext,
} from "../http/handler.ts";
import type { KnownSessions } from "../http/known-sessions.ts";

/**
 * The context of somebody signed in: one transaction reads session, member of staff and board. Undefined
 * when the cookie is missing, unknown or its session over; the real clock decides, never a simulated one.
 */
export async function authenticate(
  open: PublicContext,
  sessions: KnownSessions,
): Promise<RequestContext | undefined> {
  const cookie = cookieOf(open);
  if (cookie === undefined) return undefined;
  const { store } = open.app;
  const { tenant, token } = cookie;
  const found = await atOnceInTenant(store.pools.app, tenant, async (tx) => {
    const { session, organisation } = await signedIn(store, tx, token, shortAddress(open.address));
    if (session === undefined || organisation === undefined) return undefined;
    const { account, staff, exceptions } = session;
    const who = memberOf(store, organisation, staff, exceptions);
    if (who === undefined) return undefined;
    return { ...open, ...who, session, tenant, account, confirm: nothingToAsk };
  });
  if (found === undefined) return undefined;
  const { session } = found;
  if (!isOf(session, open.browser.key)) {
    await logForeignBrowser(found, session);
    return undefined;
  }
  const { account, staff, browser, exceptions } = session;
  // Who must choose a second factor first is looked up each time, and so let through nowhere.
  if (!session.limited) sessions.note(token, { tenant, account, staff, browser, exceptions });
  return found;
}

async function nothingToAsk(): Promise<void> {}

/** A session without a browser is one that no person opened: measurements make such. */
function isOf({ browser }: Pick<Session, "browser">, key: string): boolean {
  return browser === "" || browser === key;
}

/**
 * The context of somebody as it was the last time, for a handler that confirms it in its own transaction; undefined
 * for somebody this server does not know.
 */
export function presume(
  open: PublicContext,
  sessions: KnownSessions,
): (RequestContext & { readonly isConfirmed: () => boolean }) | undefined {
  const cookie = cookieOf(open);
  const owner = cookie === undefined ? undefined : sessions.ownerOf(cookie.token);
  if (cookie === undefined || owner === undefined || owner.tenant !== cookie.tenant)
    return undefined;
  if (!isOf(owner, open.browser.key)) return undefined;
  const { store } = open.app;
  const { tenant, account, staff, exceptions } = owner;
  const presumed = store.organisations.get(tenant);
  const who = presumed === undefined ? undefined : memberOf(store, presumed, staff, exceptions);
  if (presumed === undefined || who === undefined) return undefined;
  let isConfirmed = false;
  const claim: Claim = {
    token: cookie.token,
    account,
    staff,
    exceptions,
    organisation: presumed,
    confirmed: () => {
      isConfirmed = true;
    },
  };
  const confirm = async (tx: Tx) => {
    const { session, organisation } = await signedIn(store, tx, cookie.token);
    if (!isTrue(claim, session, organisation)) throw new StaleContext();
    claim.confirmed();
  };
  return { ...open, ...who, tenant, account, claim, confirm, isConfirmed: () => isConfirmed };
}

/**
 * Confirms several contexts of one board with one look at sessions and board; gives those that are true, or that
 * took nothing from memory.
 */
export async function confirmTogether(
  store: Store,
  tx: Tx,
  contexts: readonly RequestContext[],
): Promise<ReadonlySet<RequestContext>> {
  const tokens = new Set(contexts.flatMap(({ claim }) => claim?.token ?? []));
  const [sessions, organisation] = await Promise.all([
    findSessions(tx, [...tokens], store.clock.now()),
    findOrganisation(store, tx),
  ]);
  const isConfirmed = ({ claim }: RequestContext) =>
    claim === undefined || isTrue(claim, sessions.get(claim.token), organisation);
  const confirmed = contexts.filter(isConfirmed);
  for (const { claim } of confirmed) claim?.confirmed();
  return new Set(confirmed);
}

function isTrue(
  claim: Claim,
  session: FoundSession | undefined,
  organisation: Organisation | undefined,
): boolean {
  const isSame =
    session?.account === claim.account &&
    session.staff === claim.staff &&
    session.exceptions === claim.exceptions;
  return isSame && !session.limited && organisation === claim.organisation;
}

function cookieOf(open: PublicContext) {
  const cookie = parseSessionCookie(open.cookie.value);
  const tenant = parseTenant(cookie?.tenant ?? 0);
  return cookie === undefined || tenant === undefined ? undefined : { tenant, token: cookie.token };
}

/** Asked together: every request waits for the answer. */
async function signedIn(store: Store, tx: Tx, token: string, address?: string) {
  const [session, organisation] = await Promise.all([
    findSession(tx, token, store.clock.now(), address),
    findOrganisation(store, tx),
  ]);
  return { session, organisation };
}

type Member = Pick<
  RequestContext,
  "staff" | "actor" | "standIns" | "organisation" | "now" | "today"
>;

/** Who a member of staff is, and what time it is on the board; undefined for somebody who has left. */
export async function signedInAs(store: Store, tx: Tx, staff: Uuid): Promise<Member | undefined> {
  return memberOf(store, await loadOrganisation(store, tx), staff, null);
}

function memberOf(
  store: Store,
  organisation: Organisation,
  staff: Uuid,
  exceptions: string | null,
): Member | undefined {
  const { board, state } = organisation;
  const member = organisation.staff.get(staff);
  if (member === undefined) return undefined;
  const time = boardTime(store, board);
  const day = { today: time.today, synthetic: board.synthetic };
  const found = actorOn(state, member, day, parseExceptions(exceptions));
  if (found === undefined) return undefined;
  const { facts, actor, standIns } = found;
  return { staff: facts, actor, standIns, organisation, ...time };
}
