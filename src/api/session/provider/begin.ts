import { INSTALLATION } from "../../../access/installation.ts";
import { flowSecrets } from "../../../access/provider/flow-secrets.ts";
import { readProvider, type OpenProvider } from "../../../access/provider/provider-rows.ts";
import {
  discover,
  PATIENCE_SECONDS,
  visitAddress,
  type Spoken,
} from "../../../access/provider/speak.ts";
import { formatSessionCookie, isOwnMachine } from "../../../access/session-cookie.ts";
import { beginStep } from "../../../access/sign-in-steps.ts";
import { countTry, providerRule } from "../../../access/throttle.ts";
import { countedAddress } from "../../../access/short-address.ts";
import { beginProvider, beginProviderConfirm } from "../../../contract/session/provider.ts";
import { problem } from "../../../kernel/problem.ts";
import { fail, ok, type Result } from "../../../kernel/result.ts";
import { inTenant } from "../../../store/in-tenant.ts";
import { parseTenant, type Tenant } from "../../../store/tenant.ts";
import { handle, handlePublic, type PublicContext } from "../../http/handler.ts";
import { newToken } from "../open-session.ts";
import { tooMany } from "../sign-in-tries.ts";
import { problemOfFault } from "./provider-problems.ts";

/**
 * What a visit to the provider is for: to sign in, to sign in again beside an open page, to show who one is. It stands
 * before the state, so that our page knows where to send the answer.
 */
export type VisitFor = "in" | "again" | "confirm";

/** The path of our page that the provider sends the browser back to. */
const COME_BACK = "/sign-in/provider";

export function prefixOf(purpose: VisitFor): string {
  return `${purpose}.`;
}

export const beginProviderHandler = handlePublic(beginProvider, async (ctx, { body }) => {
  const tenant = parseTenant(body.board);
  if (tenant === undefined) return fail(problem("provider.not-set"));
  const after = body.after === undefined ? {} : { after: body.after };
  return begin(ctx, tenant, body.again === true ? "again" : "in", after);
});

export const beginProviderConfirmHandler = handle(beginProviderConfirm, async (ctx) =>
  begin(ctx, ctx.tenant, "confirm", { session: ctx.session?.session ?? "" }),
);

/** Who signs in again at an open page, or confirms, is asked anew: being signed in at the provider is not enough. */
async function begin(
  ctx: PublicContext,
  tenant: Tenant,
  purpose: VisitFor,
  more: Readonly<Record<string, string>>,
): Promise<Result<{ readonly url: string }>> {
  const { pools, clock } = ctx.app.store;
  const answer = await inTenant(pools.app, INSTALLATION, (tx) =>
    countTry(tx, providerRule, countedAddress(ctx.address), clock.now()),
  );
  const throttled = tooMany([answer]);
  if (throttled !== undefined) return fail(throttled);
  const origin = ownOrigin(ctx);
  if (origin === undefined) return fail(problem("provider.no-address"));
  const settings = await openSettings(ctx, tenant);
  if (!settings.ok) return settings;
  const token = newToken(ctx);
  const redirectUri = origin + COME_BACK;
  const visit = { redirectUri, secrets: flowSecrets(token), prefix: prefixOf(purpose) };
  const url = await addressOf(ctx, settings.value, { ...visit, anew: purpose !== "in" });
  if (!url.ok) return fail(problemOfFault(url.fault));
  const facts = { ...more, purpose, redirectUri, begun: String(Date.now()) };
  const step = { kind: "provider", account: null, browser: ctx.browser.key, facts, token } as const;
  await inTenant(pools.app, tenant, (tx) => beginStep(tx, step, clock.now()));
  ctx.providerVisit.set(formatSessionCookie({ tenant, token }));
  return ok({ url: url.value });
}

async function addressOf(
  ctx: PublicContext,
  settings: OpenProvider,
  visit: Parameters<typeof visitAddress>[2],
): Promise<Spoken<string>> {
  const found = await discover(settings, mannerOf(ctx));
  return found.ok ? visitAddress(found.value, settings, visit) : found;
}

/** How we speak with providers: over http in tests alone. */
export function mannerOf(ctx: PublicContext) {
  return { overHttp: ctx.app.providerOverHttp === true, seconds: PATIENCE_SECONDS };
}

/** The provider of the board with its secret. Problems: `provider.not-set`, `provider.unreadable`. */
export async function openSettings(
  ctx: PublicContext,
  tenant: Tenant,
): Promise<Result<OpenProvider>> {
  const { app } = ctx;
  const found = await inTenant(app.store.pools.app, tenant, (tx) =>
    readProvider(tx, app.factorSecrets),
  );
  if (found === undefined) return fail(problem("provider.not-set"));
  return found === "unreadable" ? fail(problem("provider.unreadable")) : ok(found);
}

/**
 * The address of our page, which the provider sends people back to: the one that was set, or this machine's. What a
 * request says of its host is anybody's word.
 */
export function ownOrigin(ctx: PublicContext): string | undefined {
  const url = URL.parse(ctx.origin);
  if (url === null) return undefined;
  const own = isOwnMachine(url.hostname);
  const safe = ctx.app.publicUrl !== undefined && url.protocol === "https:";
  return own || safe ? url.origin : undefined;
}
