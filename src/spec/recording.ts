import { problem } from "../kernel/problem.ts";
import type { Problem } from "../kernel/problem.ts";
import type { RecordingRule } from "./recording-types.ts";
import type { Pack } from "./types.ts";

/** The codelist whose codes are recorded by the command for smaller acts. */
const ACT_KINDS = "act-kind";

/** The rule an act stands in: a command, or a code of the list of acts. Undefined = nobody may record it. */
export function findRecordingRule(pack: Pack, act: string): RecordingRule | undefined {
  return pack.recording.find((rule) => actsOf(rule).includes(act));
}

/** Whether somebody with this role and qualification may record what the rule is about. */
export function mayRecord(
  rule: RecordingRule,
  actor: {
    readonly role: string;
    readonly also?: readonly string[];
    readonly qualified: boolean;
  },
): boolean {
  const has = [actor.role, ...(actor.also ?? [])].some((role) => rule.roles.includes(role));
  return has && (rule.qualified !== true || actor.qualified);
}

/** The kind of decision an act is, by which law and delegation order know it; undefined = it is no decision. */
export function decisionOfAct(pack: Pack, act: string): string | undefined {
  const decisions = findRecordingRule(pack, act)?.decisions ?? {};
  return Object.hasOwn(decisions, act) ? decisions[act] : undefined;
}

/** Every act of a rule, the decisions last. */
export function actsOf(rule: RecordingRule): readonly string[] {
  return [...rule.acts, ...Object.keys(rule.decisions ?? {})];
}

/** What is correctable is an act of its rule and no decision; what is undoable is correctable; what is movable is an act of its rule. Every kind of act stands in one rule (`spec.recording-missing`) and none in two (`spec.duplicate-id`). */
export function checkRecording(pack: Pack): Problem[] {
  const acts = pack.recording.flatMap((rule, index) =>
    actsOf(rule).map((act) => ({ act, pointer: `/recording/${index}` })),
  );
  const kinds = (pack.codelists[ACT_KINDS]?.codes ?? []).map((code) => code.id);
  return [
    ...pack.recording.flatMap((rule, index) => [
      ...outside(rule.correctable, rule.acts, `/recording/${index}/correctable`),
      ...outside(rule.movable, rule.acts, `/recording/${index}/movable`),
      ...outside(rule.undoable, rule.correctable ?? [], `/recording/${index}/undoable`),
    ]),
    ...acts
      .filter(({ act }, index) => acts.findIndex((other) => other.act === act) !== index)
      .map(({ act, pointer }) => problem("spec.duplicate-id", { pointer, params: { item: act } })),
    ...kinds
      .filter((kind) => !acts.some(({ act }) => act === kind))
      .map((item) =>
        problem("spec.recording-missing", { pointer: "/recording", params: { item } }),
      ),
  ];
}

function outside(some: readonly string[] = [], all: readonly string[], pointer: string): Problem[] {
  return some
    .filter((act) => !all.includes(act))
    .map((item) => problem("spec.recording-missing", { pointer, params: { item } }));
}
