import { findAktFacts, mayInMatter, type AktFacts } from "../../access/akt-reach.ts";
import { refusedByRole } from "../../access/policy.ts";
import type { DenyRule, FieldClass, Verdict } from "../../access/policy-types.ts";
import type { ActionId } from "../../contract/route.ts";
import { routes } from "../../contract/routes.ts";
import { definitions } from "../../domain/definitions.ts";
import { problem, type Problem } from "../../kernel/problem.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { logView } from "../../store/access-log.ts";
import { findDraft, type DraftHead } from "../../store/drafts/draft-rows.ts";
import type { Tx } from "../../store/in-tenant.ts";
import { accessEntry, denied, type LoggedRoute } from "../http/denied.ts";
import type { RequestContext } from "../http/handler.ts";

const PURPOSE = "case-handling";

/** What each document of a command is written for; a document of no command is written in an akt. */
const actionsOfDocument: ReadonlyMap<string, readonly ActionId[]> = new Map(
  Object.values(definitions)
    .flatMap(({ document, content }) => [document, content])
    .filter((document) => document !== undefined)
    .map((document) => [document, actionsFor(document)]),
);

function actionsFor(document: string): readonly ActionId[] {
  return routes.flatMap((route) => {
    const definition = route.command === undefined ? undefined : definitions[route.command];
    return definition?.document === document || definition?.content === document
      ? [route.action]
      : [];
  });
}

/** Written by anybody who may write at all, in no akt: kept by the one who began it. */
const besideAkter: ReadonlySet<string> = new Set(["incident", "incident-step", "provider-report"]);

/** Whoever may do none of the things a document is for has no use of a draft of it. */
export function documentRefusal(ctx: RequestContext, document: string): DenyRule | undefined {
  if (besideAkter.has(document)) return undefined;
  const actions = actionsOfDocument.get(document) ?? [];
  const needed: readonly ActionId[] = actions.length === 0 ? ["akt.write"] : actions;
  const refusals = needed.map((action) => refusedByRole(ctx.actor, action, PURPOSE));
  return refusals.includes(undefined) ? undefined : refusals[0];
}

export interface ReachedDraft {
  readonly head: DraftHead;
  /** The akt it belongs to, when it belongs to one already. */
  readonly akt: AktFacts | undefined;
  /** The classes of fields that the one who asks sees there; undefined for the own draft of no akt. */
  readonly classes: readonly FieldClass[] | undefined;
}

/**
 * The draft, when the one who asks may work in it: in its akt, or, before there is an akt, as the one who
 * began it. A draft out of reach before there is an akt is as one that does not exist; a no of the policy is
 * written into the access log.
 */
export async function reachDraft(
  tx: Tx,
  ctx: RequestContext,
  route: LoggedRoute,
  draft: Uuid,
): Promise<ReachedDraft | { readonly problem: Problem }> {
  const head = await findDraft(tx, draft);
  const akt = head?.akt === undefined ? undefined : await findAktFacts(tx, head.akt);
  return reachFound(tx, ctx, route, { head, akt });
}

/** {@link reachDraft} of a draft that has been looked up, with the akt it belongs to. */
export async function reachFound(
  tx: Tx,
  ctx: RequestContext,
  route: LoggedRoute,
  { head, akt }: { readonly head: DraftHead | undefined; readonly akt: AktFacts | undefined },
): Promise<ReachedDraft | { readonly problem: Problem }> {
  if (head === undefined) return { problem: draftGone() };
  if (head.akt === undefined) {
    return head.madeBy === ctx.staff.staff
      ? { head, akt: undefined, classes: undefined }
      : { problem: draftGone() };
  }
  if (akt === undefined) return { problem: draftGone() };
  const verdict = matterVerdict(ctx, akt, head.matter);
  const rule = "deny" in verdict ? verdict.deny : documentRefusal(ctx, head.document);
  if (rule === undefined && "allow" in verdict) return { head, akt, classes: verdict.allow };
  const entry = accessEntry(ctx, route, { akt: akt.akt, persons: [akt.person] });
  return { problem: await denied(tx, ctx, entry, rule ?? "access.not-yours") };
}

/** Writes into the access log that somebody has looked at a draft. */
export function logDraftView(
  tx: Tx,
  ctx: RequestContext,
  route: LoggedRoute,
  { akt }: ReachedDraft,
): void {
  const about = akt === undefined ? { persons: [] } : { persons: [akt.person], akt: akt.akt };
  logView(tx, accessEntry(ctx, route, about), ctx.now);
}

/** Why somebody may not write in a matter of an akt; beside its matters there is nothing to write in. */
export function matterRefusal(
  ctx: RequestContext,
  akt: AktFacts,
  matter: Uuid | undefined,
): DenyRule | undefined {
  const verdict = matterVerdict(ctx, akt, matter);
  return "deny" in verdict ? verdict.deny : undefined;
}

function matterVerdict(ctx: RequestContext, akt: AktFacts, matter: Uuid | undefined): Verdict {
  return matter === undefined || !akt.matters.has(matter)
    ? { deny: "access.not-yours" }
    : mayInMatter(ctx.actor, "draft.write", PURPOSE, akt, matter);
}

/** The draft under an id, where it is the one that was opened and not one begun again after that was gone. */
export function sameDraft(
  head: DraftHead | undefined,
  begun: string | undefined,
): DraftHead | undefined {
  return begun === undefined || head?.madeAt === begun ? head : undefined;
}

/** A draft that is signed, discarded or out of reach. */
export function draftGone(): Problem {
  return problem("draft.not-found", { status: 404 });
}
