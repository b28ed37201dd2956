import {
  findAktFacts,
  mayReadAkt,
  type AktFacts,
  type AktReading,
} from "../../access/akt-reach.ts";
import { seenThroughGlass } from "../../access/glass.ts";
import type { AccessEntry } from "../../store/access-log.ts";
import type { ActionId } from "../../contract/route.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { problem, type Problem } from "../../kernel/problem.ts";
import type { Tx } from "../../store/in-tenant.ts";
import { findOpenGlass } from "../../store/views/glass.ts";
import { accessEntry, denied } from "../http/denied.ts";
import type { RequestContext } from "../http/handler.ts";
import { seeThrough } from "../http/through-glass.ts";

export interface OpenedAkt {
  readonly facts: AktFacts;
  readonly reading: AktReading;
}

/** What somebody may read of an akt; a no is written into the access log. */
export async function openAkt(
  tx: Tx,
  ctx: RequestContext,
  route: {
    readonly id: string;
    readonly action: ActionId;
    readonly purpose: AccessEntry["purpose"];
  },
  akt: Uuid,
): Promise<OpenedAkt | { readonly problem: Problem }> {
  const facts = await findAktFacts(tx, akt);
  if (facts === undefined) return { problem: problem("akt.not-found", { status: 404 }) };
  const reading = mayReadAkt(ctx.actor, route.action, route.purpose, facts);
  if (!("deny" in reading)) return { facts, reading };
  const classes = seenThroughGlass(ctx.actor, route.action, reading.deny);
  const glass =
    classes === undefined ? undefined : await findOpenGlass(tx, akt, ctx.actor.staff, ctx.now);
  if (classes !== undefined && glass !== undefined) {
    seeThrough(ctx, glass);
    return { facts, reading: { matters: new Set(facts.matters.keys()), classes } };
  }
  const entry = accessEntry(ctx, route, { akt, persons: [facts.person] });
  return { problem: await denied(tx, ctx, entry, reading.deny) };
}

/** The matters of an akt that may be read, where that is not all of them: what a list is narrowed by. */
export function readableOf({ facts, reading }: OpenedAkt): ReadonlySet<Uuid> | undefined {
  return reading.matters.size === facts.matters.size ? undefined : reading.matters;
}
