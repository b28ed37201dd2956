import recipients from "../../../../spec/print/recipients.json" with { type: "json" };
import type { Actor } from "../../../access/policy-types.ts";
import { may, subjectOf } from "../../../access/policy.ts";
import { audienceOf } from "../../../domain/audience.ts";
import { copyFor } from "../../../domain/copy.ts";
import type { Answers } from "../../../domain/event.ts";
import { birthDateOf, isProtectedOn } from "../../../domain/person/person-state.ts";
import type { Days } from "../../../followup/derive/env.ts";
import { ageOn } from "../../../kernel/plain-date.ts";
import type { CaseStaff, ExpectedVisibility } from "../case-file.ts";
import type { Known } from "../known.ts";
import type { AktAction } from "../mapping/mapping.ts";
import { staffRole } from "../mapping/staff.ts";

/** A decision basis as somebody may have it, by the event that made it. */
export interface KnownCopy {
  readonly event: string;
  readonly copy: Answers;
}

/** Every decision basis of the case as the viewer, a party of the matter, may have it. */
export function copiesFor(known: Known, viewer: string): readonly KnownCopy[] {
  const { ids } = known.world;
  const person = ids.person(viewer);
  const { file, events } = known.plan;
  return events.flatMap(({ placed, actions }) =>
    actions.filter(isBasis).flatMap(({ matter, content }) => {
      const child = file.matters.find(({ key }) => key === matter)?.child ?? "";
      const guardians = known.guardiansEver(child).toSorted();
      if (viewer !== child && !guardians.includes(person)) return [];
      const audience = audienceOf(person, ids.person(child), guardians);
      const shielded = isShielded(known, matter);
      const { content: copy } = copyFor(content, { kind: "party", person, audience }, shielded);
      return [{ event: placed.event.id, copy }];
    }),
  );
}

function isBasis(action: { readonly on: string }): action is AktAction & { content: Answers } {
  return action.on === "akt" && "content" in action && action.content !== undefined;
}

function isShielded(known: Known, matter: string): boolean {
  const place = known.played.akts.get(matter);
  const state = place && known.akts.get(place.akt)?.matters[place.matter];
  return state?.reports.some((report) => report.shielded) === true;
}

/** The matters an item of the case belongs to; undefined where it names nothing of the case that has happened. */
export function mattersOf(
  known: Known,
  { item }: ExpectedVisibility,
): readonly string[] | undefined {
  if (item.kind === "matter") return known.played.akts.has(item.ref) ? [item.ref] : undefined;
  const planned = known.plan.events.find(({ placed }) => placed.event.id === item.ref);
  return planned?.covered === true ? planned.placed.event.matters : undefined;
}

/**
 * Whether anything is made for a person in some of the matters at any time of a period: the guardians of those
 * days get copies, and the child from the age at which it acts for itself.
 */
export function isRecipient(
  known: Known,
  viewer: string,
  matters: readonly string[],
  days: Days,
): boolean {
  return matters.some((matter) => {
    const child = known.plan.file.matters.find(({ key }) => key === matter)?.child ?? "";
    const person = known.world.ids.person(viewer);
    if (known.guardiansIn(child, days).includes(person)) return true;
    if (viewer !== child) return false;
    const state = known.persons.get(person);
    const last = days.to ?? known.plan.file.asOf;
    const born = state && birthDateOf(state, last);
    return born !== undefined && ageOn(born, last) >= recipients.childFromAge;
  });
}

/** Whether the policy lets somebody of the staff read what is written in a matter, as it stands. */
export function mayReadText(known: Known, viewer: CaseStaff, matter: string): boolean | undefined {
  const place = known.played.akts.get(matter);
  const akt = place && known.akts.get(place.akt);
  const state = place && akt?.matters[place.matter];
  if (akt === undefined || state === undefined) return undefined;
  const { ids } = known.world;
  const child = known.persons.get(akt.person);
  const actor: Actor = {
    staff: ids.staff(viewer.key),
    role: staffRole(viewer.role) ?? "provider",
    qualified: viewer.qualified === true,
    unit: ids.unit(viewer.unit),
  };
  const subject = subjectOf(actor, {
    unit: state.unit,
    worker: state.worker,
    coWorker: state.coWorker,
    closed: state.closedOn !== undefined,
    protected: child !== undefined && isProtectedOn(child, known.plan.file.asOf),
  });
  const verdict = may(actor, "akt.read", subject, "case-handling");
  return "allow" in verdict && verdict.allow.includes("narrative");
}
