import { instantOfLocal, parseLocalDateTime, type LocalDateTime } from "../../kernel/instant.ts";
import type { RecordedEvent } from "../event.ts";
import { codesOf, textOf } from "../read.ts";
import type { UnitState } from "../unit/unit-state.ts";
import { isClosed, type IncidentState } from "./incident-state.ts";

/** So many that are closed are kept beside the open ones; older ones stand in the log. */
const MOST_CLOSED = 30;

/** Whether an event is about an incident. */
export function isIncidentEvent(type: string): boolean {
  return type === "incident.noted" || type === "incident.stepped";
}

/** Folds what was noted of an incident into the organisation. */
export function applyIncident(state: UnitState, event: RecordedEvent): UnitState {
  const { data, ids } = event.body;
  const { incident } = ids;
  if (incident === undefined) throw new Error(`event ${event.seq} lacks the id incident`);
  const all = state.incidents ?? [];
  if (event.type === "incident.noted") {
    const noted: IncidentState = {
      incident,
      seq: event.seq,
      concerns: codesOf(data["concerns"]),
      knownAt: localIn(event, "knownAt"),
      steps: [],
    };
    return { ...state, incidents: [...all, noted] };
  }
  const step = {
    seq: event.seq,
    step: textOf(data["step"]) ?? "",
    at: instantOfLocal(localIn(event, "doneAt")),
  };
  const next = all.map((each) =>
    each.incident === incident ? { ...each, steps: [...each.steps, step] } : each,
  );
  return { ...state, incidents: withoutOldest(next) };
}

function withoutOldest(all: readonly IncidentState[]): readonly IncidentState[] {
  const closed = all.filter(isClosed);
  const gone = new Set(closed.slice(0, Math.max(0, closed.length - MOST_CLOSED)));
  return all.filter((each) => !gone.has(each));
}

function localIn(event: RecordedEvent, field: string): LocalDateTime {
  const local = parseLocalDateTime(textOf(event.body.data[field]) ?? "");
  if (local === undefined) throw new Error(`event ${event.seq} lacks the time ${field}`);
  return local;
}
