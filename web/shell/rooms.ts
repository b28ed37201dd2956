import type { ActionId } from "../../src/contract/route.ts";
import { paths } from "../paths.ts";
import { hasDay } from "./has-day.ts";

/** The rooms, with what the policy must grant somebody to be shown the way there; none: open to everybody. */
export const rooms = [
  ["myDay", paths.myDay, "akt.read"],
  ["start", paths.start, undefined],
  ["receive", paths.receive, "akt.write"],
  ["search", paths.search, "person.search"],
  ["gaps", paths.gaps, "followup.gaps"],
  ["unit", paths.unit, "unit.read"],
  ["conference", paths.conference, "unit.read"],
  ["staffing", paths.staffing, "staffing.set"],
  ["accounts", paths.accounts, "account.manage"],
  ["retention", paths.retention, "retention.manage"],
  ["logReview", paths.logReviews, "log.review"],
  ["glass", paths.glass, "glass.review"],
  ["incidents", paths.incidents, undefined],
  ["followup", paths.followup, "followup.read"],
  ["followupQuestion", paths.question(), "followup.read"],
  ["followupVariables", paths.variables(), "followup.read"],
  ["followupReports", paths.reports, "followup.read"],
  ["password", paths.password, undefined],
] as const;

/** The rooms somebody is shown the way to: a day for whoever has one, else the page of where to begin. */
export function roomsFor(actions: readonly string[]): readonly (typeof rooms)[number][] {
  return rooms.filter(([id, , action]) => {
    if (id === "start") return !hasDay(actions);
    if (id === "myDay") return hasDay(actions);
    return mayGo(actions, action);
  });
}

function mayGo(actions: readonly string[], action: ActionId | undefined): boolean {
  return action === undefined || actions.includes(action);
}
