import { parseIdentityNumber } from "../../kernel/identity-number.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import { problem, type Problem } from "../../kernel/problem.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { PersonEvent } from "./decide-join.ts";
import { linkedIdentity } from "./new-identity.ts";
import type { PersonState } from "./person-state.ts";

/** A number that was registered on the wrong person: the right one instead, or the two exchanged. */
export interface MendSubject {
  readonly person: PersonState;
  /** The one whose number this person has, and who has this person's. */
  readonly swapWith?: PersonState;
  /** Where nobody has the right number yet. */
  readonly number?: string;
  readonly reason: string;
}

export interface MendContext {
  readonly now: Instant;
  readonly today: PlainDate;
  readonly actor: Uuid;
  readonly numberAllowed: (value: string) => boolean;
}

/**
 * Decides to mend a number that was wrong from the beginning. It is seen as registered by mistake and is nobody's
 * history: its owner can have it. Two who got each other's numbers exchange them in one step.
 *
 * Refuses with `person.joined-already`, `person.same`, `person.no-number-to-swap`, `person.nothing-to-change`,
 * `person.reason-missing`, `person.new-identity`, `identity.*` and `identity.not-test-number`.
 */
export function decideMend(subject: MendSubject, ctx: MendContext): Result<readonly PersonEvent[]> {
  const { person, swapWith, reason } = subject;
  const number = numberFor(subject, ctx);
  if (!number.ok) return number;
  const problems = mendProblems(subject, number.value);
  if (problems.length > 0) return fail(problems);
  const mended = (stream: Uuid, identityNumber: string, other: Uuid | undefined): PersonEvent => ({
    stream,
    event: {
      type: "person.number-mended",
      occurredAt: ctx.now,
      recordedAt: ctx.now,
      actor: ctx.actor,
      body: {
        ids: other === undefined ? {} : { with: other },
        data: { identityNumber, reason },
      },
    },
  });
  const own = mended(person.person, number.value, swapWith?.person);
  if (swapWith === undefined) return ok([own]);
  return ok([own, mended(swapWith.person, person.identity?.value ?? "", person.person)]);
}

function numberFor({ swapWith, number }: MendSubject, ctx: MendContext): Result<string> {
  if (swapWith !== undefined) return ok(swapWith.identity?.value ?? "");
  const pointer = "/number";
  const parsed = parseIdentityNumber(number ?? "", ctx.today);
  if (!parsed.ok) return fail(parsed.problems.map((found) => ({ ...found, pointer })));
  const { kind, value } = parsed.value;
  return kind === "provisional" || ctx.numberAllowed(value)
    ? ok(value)
    : fail(problem("identity.not-test-number", { pointer }));
}

function mendProblems(
  { person, swapWith, reason }: MendSubject,
  number: string,
): readonly Problem[] {
  if (swapWith?.person === person.person) return [problem("person.same", { pointer: "/swapWith" })];
  const joined = [person, swapWith].some((state) => state?.joinedInto !== undefined);
  const unnumbered = number === "" || (swapWith !== undefined && person.identity === undefined);
  const linked = linkedIdentity([person, swapWith]);
  return [
    ...(linked === undefined ? [] : [linked]),
    ...(joined ? [problem("person.joined-already", { status: 409 })] : []),
    ...(unnumbered ? [problem("person.no-number-to-swap", { status: 409 })] : []),
    ...(number === person.identity?.value ? [problem("person.nothing-to-change")] : []),
    ...(reason === "" ? [problem("person.reason-missing", { pointer: "/reason" })] : []),
  ];
}
