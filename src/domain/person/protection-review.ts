import protection from "../../../spec/protection.json" with { type: "json" };
import {
  addDays,
  addMonths,
  addYears,
  minDate,
  parsePlainDate,
  type PlainDate,
} from "../../kernel/plain-date.ts";
import { textOf } from "../read.ts";
import {
  birthDateOf,
  datedFieldOn,
  isProtectedOn,
  personFieldOn,
  type PersonState,
} from "./person-state.ts";

/** When the protection of a person is to be examined. */
export interface ProtectionReview {
  /** The last day it is said to hold; absent where nobody has said one. */
  readonly until?: PlainDate;
  /** The day it is to be examined at the latest. */
  readonly dueOn: PlainDate;
  /** From when it stands in the day of those who work with the person. */
  readonly from: PlainDate;
}

/** What is said of one provision: how often what rests on it is considered, and at which age of the person it ends. */
const byProvision: ReadonlyMap<
  string,
  { readonly everyMonths: number; readonly endsAtAge?: number }
> = new Map(Object.entries(protection.review.byProvision));

/**
 * When the protection somebody has on a day is to be examined: before its last day, at the age when what it rests on
 * ends, and otherwise so and so often after it was decided (`spec/protection.json`). Undefined for whoever has none of
 * their own. It never ends by itself.
 */
export function protectionReview(state: PersonState, on: PlainDate): ProtectionReview | undefined {
  if (!isProtectedOn(state, on)) return undefined;
  const day = (field: string) => parsePlainDate(textOf(personFieldOn(state, field, on)) ?? "");
  const { daysBefore, everyMonths } = protection.review;
  const provision = byProvision.get(textOf(personFieldOn(state, "protectionProvision", on)) ?? "");
  const began = datedFieldOn(state, "protectionLevel", on)?.validFrom ?? on;
  const decided = day("protectionDecidedOn") ?? began;
  const until = day("protectionUntil");
  const again = addMonths(decided, provision?.everyMonths ?? everyMonths);
  const born = birthDateOf(state, on);
  const ofAge =
    born === undefined || provision?.endsAtAge === undefined
      ? again
      : addYears(born, provision.endsAtAge);
  const dueOn = minDate(again, until ?? again, ofAge);
  const from = addDays(dueOn, -daysBefore);
  return { ...(until === undefined ? {} : { until }), dueOn, from };
}
