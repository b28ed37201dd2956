import type { Session } from "../../access/sessions.ts";
import { stepUpMs } from "../../access/step-up.ts";
import type { Route } from "../../contract/route.ts";
import { millisOf, type Instant } from "../../kernel/instant.ts";
import { problem, type Problem } from "../../kernel/problem.ts";

const MINUTE = 60_000;

/** What somebody who must choose a second factor first can do: choose one, see who it is, and leave. */
const OPEN_WHILE_LIMITED: ReadonlySet<string> = new Set([
  "session.read-me",
  "session.sign-out",
  "session.list-sessions",
  "session.begin-totp",
  "session.confirm-totp",
  "session.begin-passkey",
  "session.add-passkey",
  "session.see-notices",
]);

/** Whether a route asks that the person has shown who it is a short time ago. */
export function needsStepUp(route: Route): boolean {
  return stepUpMs(route) !== undefined;
}

/**
 * What the sign-in lacks for a route: a second factor that the board demands (`session.factor-needed`), or a
 * confirmation that is fresh enough (`session.step-up`). Nothing has happened then; the same request may follow.
 */
export function sessionProblem(
  session: Session | undefined,
  route: Route,
  now: Instant,
): Problem | undefined {
  if (session === undefined) return undefined;
  if (session.limited && !OPEN_WHILE_LIMITED.has(route.id)) {
    return problem("session.factor-needed", { status: 403 });
  }
  const most = stepUpMs(route);
  if (most === undefined || millisOf(now) - millisOf(session.confirmedAt) <= most) return undefined;
  return problem("session.step-up", { status: 403, params: { minutes: most / MINUTE } });
}
