import { stockholmDate } from "../../kernel/instant.ts";
import { problem } from "../../kernel/problem.ts";
import { idOf, type MatterReducer } from "../akt-change.ts";
import type { HandOverState, MatterState } from "../akt-state.ts";
import type { Check, CommandDefinition, Demand } from "../command-definition.ts";
import { textOf } from "../read.ts";

/** A matter goes to another unit of the board than the one that has it. */
const toAnotherUnit: Demand = ({ matter, command, ctx }) => {
  const { unit } = command.ids;
  const pointer = "/ids/unit";
  // Asked before a unit is chosen: the step itself has a meaning.
  if (unit === undefined) return undefined;
  if (!ctx.isUnit(unit)) return problem("unit.not-found", { pointer });
  return matter?.unit === unit ? problem("hand-over.same-unit", { pointer }) : undefined;
};

const waitsToBeReceived: Demand = ({ matter }) =>
  matter?.handOver === undefined ? problem("hand-over.none", { status: 409 }) : undefined;

/** Nobody can complete what is not said. */
const saysWhat: Check = ({ command }) =>
  (textOf(command.data["text"]) ?? "").trim() === ""
    ? [problem("hand-over.no-words", { pointer: "/data/text" })]
    : [];

/**
 * A matter is handed over by the unit that has it and received by the manager who allocates it; until then it,
 * and every clock of it, stays where it is. Received is `matter.assign` with the unit.
 */
export const handOverDefinitions: Readonly<Record<string, CommandDefinition>> = {
  "matter.hand-over": {
    event: "matter.handed-over",
    document: "hand-over",
    ids: ["unit"],
    demands: [toAnotherUnit],
  },
  "matter.hand-back": {
    event: "matter.handed-back",
    document: "hand-back",
    ids: [],
    demands: [waitsToBeReceived],
    checks: [saysWhat],
  },
};

const handedOver: MatterReducer = (matter, event) => {
  const handOver: HandOverState = {
    to: idOf(event, "unit"),
    on: stockholmDate(event.occurredAt),
    by: event.actor,
    seq: event.seq,
  };
  return { ...matter, handOver };
};

const handedBack: MatterReducer = (matter) => withoutHandOver(matter);

export const handOverReducers: Readonly<Record<string, MatterReducer>> = {
  "matter.handed-over": handedOver,
  "matter.handed-back": handedBack,
};

/** The matter when nothing waits to be received. */
export function withoutHandOver({ handOver: _received, ...matter }: MatterState): MatterState {
  return matter;
}
