import { tellOwner } from "../../../access/account-notices.ts";
import {
  judgeWord,
  type Judgement,
  type TiedAccount,
} from "../../../access/provider/judge-word.ts";
import {
  accountByName,
  accountByValue,
  noteRefusal,
  tieAccount,
} from "../../../access/provider/provider-rows.ts";
import { shortAddress } from "../../../access/short-address.ts";
import type { Uuid } from "../../../kernel/ids.ts";
import { instantOfMillis, millisOf, stockholmDate } from "../../../kernel/instant.ts";
import { problem } from "../../../kernel/problem.ts";
import { fail, ok, type Result } from "../../../kernel/result.ts";
import { logAccess } from "../../../store/access-log.ts";
import { boardTime, loadOrganisation } from "../../../store/commands/organisation.ts";
import { inTenant, type Tx } from "../../../store/in-tenant.ts";
import type { PublicContext } from "../../http/handler.ts";
import type { Taken } from "./take-answer.ts";

/** Told to the owner again after so long at the earliest. */
const TOLD_EVERY_MS = 3_600_000;
const OTHER_PERSON = "provider.other-person";

/** Which account a word of the provider is for, and who is signed in already. */
interface Asked {
  readonly taken: Taken;
  /** The route that asks, for the access log. */
  readonly action: string;
  /** The account that confirms who it is: nobody else's word does. */
  readonly own?: Uuid;
}

/**
 * The account that the provider's word lets in; it is tied to the provider's name of the person the first time. A
 * refusal leaves a row of the access log for each account it concerns, and where the provider took somebody for another
 * person, the owners and whoever runs accounts are told. Problems: those of {@link judgeWord}.
 */
export async function judge(ctx: PublicContext, asked: Asked): Promise<Result<TiedAccount>> {
  const { store } = ctx.app;
  return inTenant(store.pools.app, asked.taken.tenant, async (tx) => {
    const judged = await judgedIn(ctx, tx, asked);
    if (judged.kind === "in") return ok(judged.account);
    await note(ctx, tx, asked, judged);
    return fail(problem(judged.rule));
  });
}

async function judgedIn(ctx: PublicContext, tx: Tx, { taken, own }: Asked): Promise<Judgement> {
  const { word, settings } = taken;
  const now = ctx.app.store.clock.now();
  const today = stockholmDate(now);
  const byValue =
    word.value === undefined ? undefined : await accountByValue(tx, word.value, today);
  const byName = await accountByName(tx, word.issuer, word.sub, today);
  const judged = judgeWord(word, settings, byValue, byName);
  if (judged.kind === "refused") return judged;
  const { account } = judged;
  const other = { kind: "refused", rule: OTHER_PERSON, about: [account] } as const;
  if (own !== undefined && account.account !== own) return other;
  const first = judged.firstTime && !(await tieAccount(tx, account.account, word, now));
  return first ? other : judged;
}

async function note(
  ctx: PublicContext,
  tx: Tx,
  { action }: Asked,
  { rule, about }: Extract<Judgement, { readonly kind: "refused" }>,
): Promise<void> {
  const { store } = ctx.app;
  if (about.length === 0) return;
  const now = store.clock.now();
  const { now: boardNow } = boardTime(store, (await loadOrganisation(store, tx)).board);
  const toldBefore = instantOfMillis(millisOf(now) - TOLD_EVERY_MS);
  for (const { account, staff } of about) {
    logAccess(tx, "denied", { staff, action, purpose: "sign-in", persons: [] }, boardNow, rule);
    if (rule !== OTHER_PERSON || !(await noteRefusal(tx, account, now, toldBefore))) continue;
    const from = { browser: ctx.browser.key, address: shortAddress(ctx.address) };
    const told = { notice: store.ids.next(), kind: "provider-other", ...from } as const;
    await tellOwner(tx, account, told, now);
  }
}
