import { parseIdentityNumber } from "../../kernel/identity-number.ts";
import type { IdentityNumber } from "../../kernel/identity-number.ts";
import { stockholmDate } from "../../kernel/instant.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { parsePlainDate, type PlainDate } from "../../kernel/plain-date.ts";
import type { RecordedEvent } from "../event.ts";
import { textOf } from "../read.ts";
import type { DatedValue, PersonState, Relation } from "./person-state.ts";

/** The version of the fold of persons. */
export const personStateVersion = 3;

/**
 * Folds one event into the state of a person.
 *
 * @throws Error on an unknown event type, or when the stream does not begin with `person.registered`.
 */
export function applyPerson(
  state: PersonState | undefined,
  event: RecordedEvent,
  person: Uuid,
): PersonState {
  const from = validFromOf(event);
  if (event.type === "person.registered") {
    const empty: PersonState = {
      person,
      registeredOn: stockholmDate(event.recordedAt),
      identityHistory: [],
      fields: {},
      relations: [],
    };
    return withIdentity(withFields(empty, event, from), event);
  }
  if (state === undefined) throw new Error("a person stream begins with person.registered");
  if (event.type === "person.changed") return withIdentity(withFields(state, event, from), event);
  if (event.type === "person.related") return withRelation(state, event);
  throw new Error(`cannot fold event ${event.seq} of type ${event.type}`);
}

function validFromOf(event: RecordedEvent): PlainDate {
  return (
    parsePlainDate(textOf(event.body.data["validFrom"]) ?? "") ?? stockholmDate(event.occurredAt)
  );
}

/** Names of the event's data that are no fields of the document, but say something of them. */
const aboutTheFields: readonly string[] = ["validFrom", "identityNumber", "source"];

function withFields(state: PersonState, event: RecordedEvent, from: PlainDate): PersonState {
  const source = textOf(event.body.data["source"]);
  const told = {
    recordedOn: stockholmDate(event.recordedAt),
    ...(source === undefined ? {} : { source }),
  };
  const fields: Record<string, readonly DatedValue[]> = { ...state.fields };
  for (const [field, value] of Object.entries(event.body.data)) {
    if (aboutTheFields.includes(field)) continue;
    const others = (fields[field] ?? []).filter((dated) => dated.validFrom !== from);
    fields[field] = [...others, { validFrom: from, value, ...told }].sort((a, b) =>
      a.validFrom < b.validFrom ? -1 : 1,
    );
  }
  return { ...state, fields };
}

/** A new number becomes the identity; the earlier one stays as history on the same person (U-07). */
function withIdentity(state: PersonState, event: RecordedEvent): PersonState {
  const identity = identityOf(event);
  if (identity === undefined || identity.value === state.identity?.value) return state;
  const earlier = state.identity === undefined ? [] : [state.identity];
  return { ...state, identity, identityHistory: [...state.identityHistory, ...earlier] };
}

function identityOf(event: RecordedEvent): IdentityNumber | undefined {
  const text = textOf(event.body.data["identityNumber"]);
  if (text === undefined) return undefined;
  const parsed = parseIdentityNumber(text, stockholmDate(event.recordedAt));
  return parsed.ok ? parsed.value : undefined;
}

function withRelation(state: PersonState, event: RecordedEvent): PersonState {
  const { relation, to } = event.body.ids;
  const kind = textOf(event.body.data["kind"]);
  if (relation === undefined || to === undefined || kind === undefined) return state;
  const validFrom = parsePlainDate(textOf(event.body.data["validFrom"]) ?? "");
  const validTo = parsePlainDate(textOf(event.body.data["validTo"]) ?? "");
  const source = textOf(event.body.data["source"]);
  const entry: Relation = {
    relation,
    kind,
    to,
    ...(validFrom === undefined ? {} : { validFrom }),
    ...(validTo === undefined ? {} : { validTo }),
    ...(source === undefined ? {} : { source }),
  };
  return {
    ...state,
    relations: [...state.relations.filter((known) => known.relation !== relation), entry],
  };
}
