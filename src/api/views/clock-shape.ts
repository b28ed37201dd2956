import type { ClockShape, PersonLabel, Words } from "../../contract/shapes.ts";
import { daysBetween } from "../../kernel/plain-date.ts";
import { clockStatusOn, type Clock } from "../../rules/clock.ts";
import type { RequestContext } from "../http/handler.ts";
import { labelText } from "./labels.ts";

/** What a list knows of a clock beside the clock itself. */
export interface ClockPlace {
  readonly akt: string;
  readonly child: PersonLabel;
  readonly worker: string | null;
  readonly unit: string | null;
  /** The party the clock is about. */
  readonly subject: Pick<PersonLabel, "name" | "nameEn"> | null;
  /** For whom or by which function one looks after it. */
  readonly standsIn?: Words | undefined;
}

/** A clock as every list shows it: what to do, until when, by which section, and how it stands today. */
export function clockShapeOf(ctx: RequestContext, clock: Clock, place: ClockPlace): ClockShape {
  const verb = labelText(ctx, `clock.${clock.ruleId}`);
  return {
    clock: clock.id,
    ruleId: clock.ruleId,
    name: clock.name.sv,
    nameEn: clock.name.en,
    akt: place.akt,
    matter: clock.matter,
    child: place.child,
    subject: place.subject?.name ?? null,
    ...(place.subject?.nameEn === undefined ? {} : { subjectEn: place.subject.nameEn }),
    from: clock.from,
    nominal: clock.nominal,
    legalLatest: clock.legalLatest,
    target: clock.target,
    severity: clock.severity,
    section: clock.section,
    certainty: clock.certainty,
    status: clockStatusOn(clock, ctx.today),
    metOn: clock.metOn ?? null,
    daysLeft: daysBetween(ctx.today, clock.legalLatest),
    worker: place.worker,
    unit: place.unit,
    standsIn: place.standsIn ?? null,
    verb: verb.sv === "" ? clock.name.sv : verb.sv,
    verbEn: verb.en === "" ? clock.name.en : verb.en,
    href: `/child/${place.akt}`,
  };
}
