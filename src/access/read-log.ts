import data from "../../spec/access/read-log.json" with { type: "json" };
import type { Uuid } from "../kernel/ids.ts";
import type { AccessKind } from "../store/access-log.ts";
import type { AccessGroup } from "../store/views/read-accesses.ts";
import type { MatterFacts } from "./policy.ts";

interface Words {
  readonly sv: string;
  readonly en: string;
}

/**
 * Why somebody who has looked had something to do there today, or on that day as `performer`; `none` is a reason to
 * ask, not a fault.
 */
export type AccessRelation =
  | "worker"
  | "co-worker"
  | "unit-manager"
  | "performer"
  | "unplaced"
  | "none";

/** A reason to ask why somebody looked. */
export type AccessHint = "glass" | "no-assignment" | "night";

/** The rule that says that access is checked again and again. */
export const accessLaw: Words = data.law;

/** No more than so many of the latest rows of the log are counted. */
export const mostAccessRows: number = data.mostRows;

const kindWords: Readonly<Record<AccessKind, Words>> = data.kinds;
const actionWords: Readonly<Record<string, Words>> = data.actions;

/** What was done, in words: "read", "wrote or decided", … */
export function wordsOfKind(kind: AccessKind): Words {
  return kindWords[kind];
}

/** What was looked at, in words, each once; an action that only writes has none. */
export function wordsOfActions(actions: readonly string[]): readonly Words[] {
  const words = actions.flatMap((action) => actionWords[action] ?? []);
  return [...new Map(words.map((word) => [word.sv, word])).values()];
}

/** Whether a route that shows something of an akt has words of its own. */
export function hasAccessWords(action: string): boolean {
  return actionWords[action] !== undefined;
}

/**
 * What somebody has to do with an akt today, by its matters; `manages` is the unit somebody is manager of, `performed`
 * whether somebody outside the board had an assignment of it on the day of looking.
 */
export function relationToAkt(
  staff: Uuid,
  manages: Uuid | undefined,
  matters: Iterable<MatterFacts>,
  performed = false,
): AccessRelation {
  const held = [...matters];
  if (held.some(({ worker }) => worker === staff)) return "worker";
  if (held.some(({ coWorker }) => coWorker === staff)) return "co-worker";
  if (manages !== undefined && held.some(({ unit }) => unit === manages)) return "unit-manager";
  if (performed) return "performer";
  // What has come in and is nobody's yet is for everybody to look at.
  return held.some(({ worker, closed }) => worker === undefined && !closed) ? "unplaced" : "none";
}

/** Reasons to ask: the glass was broken, nothing to do with the akt today, or looked at in the night. */
export function hintsOf(
  { kind, hours, glass }: Pick<AccessGroup, "kind" | "hours" | "glass">,
  relation: AccessRelation,
): readonly AccessHint[] {
  const night = hours.some((hour) => hour >= data.nightFrom || hour < data.nightTo);
  const strange = relation === "none" && kind !== "denied";
  const through = glass ? (["glass"] as const) : [];
  return [
    ...through,
    ...(strange ? (["no-assignment"] as const) : []),
    ...(night ? (["night"] as const) : []),
  ];
}
