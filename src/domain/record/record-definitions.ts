import type { CommandDefinition } from "../command-definition.ts";
import {
  correctedAnswersFit,
  entryStands,
  undoable,
  withoutLegalEffect,
} from "./correction-demands.ts";
import { CORRECTED, MOVED, UNDONE } from "./standing-events.ts";
import { boundToNothingHere, movable } from "./move-entry.ts";
import { movedWithReport, reportUndecidedHere } from "./move-report.ts";
import { concernsSomething, newObjection, paragraphIsThere } from "./objection-demands.ts";

/** Commands about what already stands in the record. */
export const recordDefinitions: Readonly<Record<string, CommandDefinition>> = {
  "objection.note": {
    event: "objection.noted",
    document: "objection",
    happenedIn: "occurredAt",
    ids: ["objection"],
    demands: [newObjection, concernsSomething, paragraphIsThere],
    namesEntry: true,
    afterClosing: true,
  },
  "record.correct": {
    event: CORRECTED,
    document: "correction",
    ids: [],
    demands: [entryStands, withoutLegalEffect],
    checks: [correctedAnswersFit],
    namesEntry: true,
    changesPast: "corrects",
    afterClosing: true,
  },
  "record.undo": {
    event: UNDONE,
    document: "undoing",
    ids: [],
    demands: [entryStands, undoable],
    namesEntry: true,
    changesPast: "undoes",
    afterClosing: true,
  },
  "record.move": {
    event: MOVED,
    document: "moving",
    ids: [],
    demands: [entryStands, movable, boundToNothingHere, reportUndecidedHere],
    derives: movedWithReport,
    namesEntry: true,
    changesPast: "moves",
    afterClosing: true,
  },
};
