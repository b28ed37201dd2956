import { parseIdentityNumber } from "../../kernel/identity-number.ts";
import type { IdentityNumber } from "../../kernel/identity-number.ts";
import { stockholmDate } from "../../kernel/instant.ts";
import { parseUuid, type Uuid } from "../../kernel/ids.ts";
import { parsePlainDate, type PlainDate } from "../../kernel/plain-date.ts";
import type { RecordedEvent } from "../event.ts";
import { codesOf, textOf } from "../read.ts";
import type { DatedValue, JoinedRecord, PersonState, Relation } from "./person-state.ts";
import { PARTED } from "./standing-person-events.ts";

/** The version of the fold of persons. */
export const personStateVersion = 4;

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
  const change = changes[event.type];
  if (change === undefined) throw new Error(`cannot fold event ${event.seq} of type ${event.type}`);
  return change(state, event);
}

/** What each later event does to the state. Parting says that an earlier joining never counted. */
const changes: Readonly<Record<string, (state: PersonState, event: RecordedEvent) => PersonState>> =
  {
    "person.changed": changed,
    "person.related": withRelation,
    "person.joined": (state, event) => withJoined(changed(state, event), event),
    "person.joined-into": (state, event) => withJoinedInto(changed(state, event), event),
    "person.number-mended": withMendedNumber,
    [PARTED]: (state) => state,
  };

function changed(state: PersonState, event: RecordedEvent): PersonState {
  return withIdentity(withFields(state, event, validFromOf(event)), event);
}

function validFromOf(event: RecordedEvent): PlainDate {
  return (
    parsePlainDate(textOf(event.body.data["validFrom"]) ?? "") ?? stockholmDate(event.occurredAt)
  );
}

/** Names of the event's data that are no fields of the document, but say something of them. */
const aboutTheFields: readonly string[] = [
  "validFrom",
  "identityNumber",
  "source",
  "reason",
  "numbers",
  "touched",
];

function withFields(state: PersonState, event: RecordedEvent, from: PlainDate): PersonState {
  const told = toldOf(event);
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

/** Who said it and when it was recorded. */
function toldOf(event: RecordedEvent): {
  readonly recordedOn: PlainDate;
  readonly source?: string;
  readonly by: Uuid;
} {
  const source = textOf(event.body.data["source"]);
  return {
    recordedOn: stockholmDate(event.recordedAt),
    by: event.actor,
    ...(source === undefined ? {} : { source }),
  };
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
  return text === undefined ? undefined : parsedNumber(text, stockholmDate(event.recordedAt));
}

function parsedNumber(text: string, on: PlainDate): IdentityNumber | undefined {
  const parsed = parseIdentityNumber(text, on);
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

/** The numbers of the record that was joined become this person's, beside its own. */
function withJoined(state: PersonState, event: RecordedEvent): PersonState {
  const { from, joining } = event.body.ids;
  if (from === undefined || joining === undefined) return state;
  const numbers = codesOf(event.body.data["numbers"]);
  const touched = codesOf(event.body.data["touched"]).flatMap((id) => parseUuid(id) ?? []);
  const own = new Set([state.identity, ...state.identityHistory].map((each) => each?.value));
  const on = stockholmDate(event.recordedAt);
  const added = numbers
    .filter((number) => !own.has(number))
    .flatMap((number) => parsedNumber(number, on) ?? []);
  const record: JoinedRecord = { joining, person: from, on, numbers, touched };
  return {
    ...state,
    identityHistory: [...state.identityHistory, ...added],
    joined: [...(state.joined ?? []), record],
  };
}

function withJoinedInto(state: PersonState, event: RecordedEvent): PersonState {
  const { into, joining } = event.body.ids;
  if (into === undefined || joining === undefined) return state;
  return { ...state, joinedInto: { person: into, joining } };
}

/** A number that was registered by mistake is no number the person had. */
function withMendedNumber(state: PersonState, event: RecordedEvent): PersonState {
  const identity = identityOf(event);
  if (identity === undefined) return state;
  const on = stockholmDate(event.recordedAt);
  const wrong = state.identity === undefined ? [] : [{ value: state.identity.value, on }];
  const identityHistory = state.identityHistory.filter(({ value }) => value !== identity.value);
  return { ...state, identity, identityHistory, mistaken: [...(state.mistaken ?? []), ...wrong] };
}
