import { type AktFacts, findAktFacts, mayInMatter } from "../../access/akt-reach.ts";
import type { AktState, MatterState } from "../../domain/akt-state.ts";
import { findMeasure } from "../../domain/measure/find-measure.ts";
import type { MeasureState } from "../../domain/measure/measure-state.ts";
import {
  appointmentDays,
  performsOn,
  type AppointmentDays,
} from "../../domain/reach/appointment-days.ts";
import type { AppointmentState } from "../../domain/reach/reach-state.ts";
import type { ActionId, PurposeId } from "../../contract/route.ts";
import { problem, type Problem } from "../../kernel/problem.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { Tx } from "../../store/in-tenant.ts";
import { readAktState } from "../../store/views/read-akt.ts";
import { accessEntry, denied } from "../http/denied.ts";
import type { RequestContext } from "../http/handler.ts";

/** A measure that the one who asks carries out, by a link that holds today. */
export interface OwnAssignment {
  readonly matter: MatterState;
  readonly measure: MeasureState;
  readonly link: AppointmentState;
  readonly days: AppointmentDays;
}

interface AssignmentRoute {
  readonly id: string;
  readonly action: ActionId;
  readonly purpose: PurposeId;
}

/** The assignments of an akt that are linked to the one who asks today, where the policy lets them be read. */
export function ownIn(
  ctx: RequestContext,
  { action, purpose }: AssignmentRoute,
  facts: AktFacts,
  state: AktState,
): readonly OwnAssignment[] {
  return Object.values(state.matters)
    .filter(({ matter }) => "allow" in mayInMatter(ctx.actor, action, purpose, facts, matter))
    .flatMap((matter) =>
      (matter.appointments ?? []).flatMap((link) => {
        const measure = findMeasure(matter, link.measure);
        const isMine = link.staff === ctx.actor.staff && performsOn(matter, link, ctx.today);
        const days = isMine ? appointmentDays(matter, link) : undefined;
        return measure === undefined || days === undefined ? [] : [{ matter, measure, link, days }];
      }),
    );
}

export interface OpenedAssignment extends OwnAssignment {
  readonly facts: AktFacts;
}

/**
 * One assignment of the one who asks. A measure that is somebody else's is refused as one that is not there: the
 * refusal is written into the access log.
 */
export async function openAssignment(
  tx: Tx,
  ctx: RequestContext,
  route: AssignmentRoute,
  { akt, measure }: { readonly akt: Uuid; readonly measure: Uuid },
): Promise<OpenedAssignment | { readonly problem: Problem }> {
  const [facts, state] = await Promise.all([findAktFacts(tx, akt), readAktState(tx, akt)]);
  if (facts === undefined || state === undefined) {
    return { problem: problem("akt.not-found", { status: 404 }) };
  }
  const found = ownIn(ctx, route, facts, state).find((each) => each.measure.measure === measure);
  if (found !== undefined) return { ...found, facts };
  const entry = accessEntry(ctx, route, { akt, persons: [facts.person] });
  return { problem: await denied(tx, ctx, entry, "access.not-yours") };
}
