import type { ExpressionEnv } from "../../src/kernel/expression/types.ts";
import { makeCalendar } from "../../src/kernel/calendar.ts";
import { parsePlainDate, plainDate } from "../../src/kernel/plain-date.ts";

/** Visibility of fields counts no workdays, so the calendar of the page knows no holidays. */
const calendar = makeCalendar([]);

/** What conditions of a form are evaluated with. */
export function formEnvironment(today: string): ExpressionEnv {
  return { today: parsePlainDate(today) ?? plainDate("2000-01-01"), calendar };
}
