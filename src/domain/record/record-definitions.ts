import type { CommandDefinition } from "../command-definition.ts";
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
};
