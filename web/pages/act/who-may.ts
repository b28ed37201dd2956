import type { listStaff } from "../../../src/contract/spec/list-staff.ts";
import { actDecision, decisionKind } from "../../../src/domain/decision/decision-kind.ts";
import type { Answers } from "../../../src/domain/event.ts";
import { kindsOf } from "../../../src/rules/look-up.ts";
import { findRecordingRule, mayRecord } from "../../../src/spec/recording.ts";
import type { RecordingRule } from "../../../src/spec/recording-types.ts";
import type { Pack, Text } from "../../../src/spec/types.ts";
import type { AnswerOf } from "../../api/client.ts";
import { withCodes } from "../../spec/with-codes.ts";

export type StaffAnswer = AnswerOf<typeof listStaff>;
export type StaffRow = StaffAnswer["staff"][number];

/** The list of acts that are recorded by one command, and that command. */
const actKinds = "act-kind";
const recordsActs = "act.record";

/** Bodies of the board decide too; what they have decided is registered by a worker. */
const bodies: readonly string[] = ["committee", "board", "chair"];

/** What the page knows of somebody who is signed in. */
export interface Me {
  readonly staff: string;
  readonly role: string;
  readonly also?: readonly string[];
  readonly qualified: boolean;
  readonly unit: { readonly id: string } | null;
}

/** Acts that somebody else records, with the words that say who. */
export interface OthersActs {
  readonly ask: Text;
  readonly acts: readonly Text[];
}

/** The specification with the acts that one may record oneself; what others record comes beside it. */
export function actsFor(
  pack: Pack,
  me: Pick<Me, "role" | "also" | "qualified">,
): { readonly pack: Pack; readonly others: readonly OthersActs[] } {
  const list = pack.codelists[actKinds];
  if (list === undefined) return { pack, others: [] };
  const ruleOf = new Map(list.codes.map((code) => [code.id, findRecordingRule(pack, code.id)]));
  const mine = (rule: RecordingRule | undefined) => rule !== undefined && mayRecord(rule, me);
  const others = pack.recording
    .filter((rule) => !mine(rule))
    .map((rule) => ({
      ask: rule.ask,
      acts: list.codes.filter((code) => ruleOf.get(code.id) === rule).map((code) => code.label),
    }))
    .filter(({ acts }) => acts.length > 0);
  return { pack: withCodes(pack, actKinds, (code) => mine(ruleOf.get(code.id))), others };
}

/**
 * The kind of decision that is about to be made: by the answers so far, or as the step says. Undefined when it is
 * no decision, or when nobody can tell yet.
 */
export function decisionMade(
  pack: Pack,
  command: string,
  answers: Answers,
  ofStep: string | null | undefined,
): string | undefined {
  const subject = { command: { data: answers }, ctx: { pack } };
  if (command === recordsActs) return actDecision(subject);
  const kind = command === "decision.make" ? decisionKind(subject) : ofStep;
  return kind === null || kind === "" ? undefined : kind;
}

/** Who can be named as the one who decides, and who else of the unit may decide, and then does it in person. */
export function decidersOf(
  { staff, rights, decisions }: StaffAnswer,
  me: Me,
  decision: string | undefined,
): { readonly offered: readonly StaffRow[]; readonly ask: readonly StaffRow[] } {
  const able = staff.filter((row) => {
    if (decision === undefined) return true;
    const right = rights.find((each) => each.role === row.role && each.qualified === row.qualified);
    // The narrowest kind that law or order names decides: a form of a placement before placements at all.
    const named = kindsOf(decision).find((kind) => decisions.includes(kind));
    return named !== undefined && right?.decides.includes(named) === true;
  });
  const offered = able.filter((row) => row.id === me.staff || bodies.includes(row.role));
  const mine = decision !== undefined && able.some((row) => row.id === me.staff);
  const ask = able.filter(
    (row) => decision !== undefined && !offered.includes(row) && row.unit?.id === me.unit?.id,
  );
  return { offered, ask: mine ? [] : ask };
}
