import type { AktState } from "../../domain/akt-state.ts";
import type { RecordedEvent } from "../../domain/event.ts";
import type { PersonState } from "../../domain/person/person-state.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { Clock } from "../../rules/clock.ts";
import { clocksOf } from "../../domain/clocks.ts";
import { deriveEnvOf, guardiansBetween, type Days } from "../../followup/derive/env.ts";
import { daysOfRow } from "../../followup/derive/rows.ts";
import { plainDate } from "../../kernel/plain-date.ts";
import type { Pack } from "../../spec/types.ts";
import { inTenant, type Tx } from "../../store/in-tenant.ts";
import { readStream, recordedEvent } from "../../store/log/read-stream.ts";
import { readStreamState } from "../../store/log/stream-state.ts";
import { aktFold, personFold } from "../../store/log/streams.ts";
import type { StreamFold } from "../../store/log/streams.ts";
import { readFollowupRows, type ReadRow } from "./followup-rows.ts";
import type { Plan } from "./plan.ts";
import type { Played } from "./play.ts";
import type { World } from "./world.ts";

const FIRST_DAY = plainDate("1900-01-01");

/** A clock of the case, with the events that started it and met it. */
export interface KnownClock {
  readonly clock: Clock;
  readonly matter: string;
  readonly startEvent: string | undefined;
  readonly metEvent: string | undefined;
}

/** Everything the database knows of a case when it has been played. */
export interface Known {
  readonly world: World;
  readonly plan: Plan;
  readonly played: Played;
  readonly akts: ReadonlyMap<Uuid, AktState>;
  readonly persons: ReadonlyMap<Uuid, PersonState>;
  /** What was recorded of each person, to know what was known of it on a day. */
  readonly recorded: ReadonlyMap<Uuid, readonly RecordedEvent[]>;
  readonly clocks: readonly KnownClock[];
  readonly rows: readonly ReadRow[];
  /** The guardians a row of follow-up has values of, in the order of the row. */
  guardiansOf(row: ReadRow, child: string): readonly Uuid[];
  /** Who was guardian of a child at some time of a period. */
  guardiansIn(child: string, days: Days): readonly Uuid[];
  /** Everybody who has been guardian of a child. */
  guardiansEver(child: string): readonly Uuid[];
}

/** Reads what the case has become. */
export function readKnown(world: World, plan: Plan, played: Played): Promise<Known> {
  return inTenant(world.pools.app, world.tenant, async (tx) => {
    const places = [...played.akts.values()];
    const akts = await readAll(tx, aktFold, [...new Set(places.map(({ akt }) => akt))]);
    const keys = plan.file.persons.map(({ key }) => world.ids.person(key));
    const persons = await readAll(tx, personFold, keys);
    const recorded = new Map<Uuid, readonly RecordedEvent[]>();
    for (const person of keys) {
      const stored = await readStream(tx, person);
      recorded.set(
        person,
        stored.map(({ record }) => recordedEvent(record)),
      );
    }
    const { pack } = world.store.packs.current(world.tenant);
    const rows = await readFollowupRows(tx, pack);
    const clocks = [...akts].flatMap(([akt, state]) => clocksOfAkt(world, played, akt, state));
    const read = { world, plan, played, akts, persons, recorded, clocks, rows };
    return { ...read, ...guardians(world, persons, pack) };
  });
}

function guardians(
  world: World,
  persons: ReadonlyMap<Uuid, PersonState>,
  pack: Pack,
): Pick<Known, "guardiansOf" | "guardiansIn" | "guardiansEver"> {
  const env = deriveEnvOf(pack, world.followup);
  const between = (child: string, days: Days): readonly Uuid[] => {
    const state = persons.get(world.ids.person(child));
    if (state === undefined) return [];
    const family = { child: state, guardians: [...persons.values()] };
    return guardiansBetween(family, days, env).map(({ person }) => person);
  };
  return {
    guardiansOf: ({ kind, on, closedOn }, child) => {
      if (on === undefined) return [];
      const row = closedOn === undefined ? { kind, on } : { kind, on, closedOn };
      return between(child, daysOfRow(row));
    },
    guardiansIn: between,
    guardiansEver: (child) => between(child, { from: FIRST_DAY }),
  };
}

async function readAll<S extends object>(
  tx: Tx,
  fold: StreamFold<S>,
  streams: readonly Uuid[],
): Promise<ReadonlyMap<Uuid, S>> {
  const found = new Map<Uuid, S>();
  for (const stream of streams) {
    const head = await readStreamState(tx, fold, stream);
    if (head !== undefined) found.set(stream, head.state);
  }
  return found;
}

function clocksOfAkt(
  world: World,
  played: Played,
  akt: Uuid,
  state: AktState,
): readonly KnownClock[] {
  const { law, calendar } = world.specification;
  const eventOf = (fact: string | undefined) =>
    fact === undefined
      ? undefined
      : (played.things.get(fact) ?? played.things.get(`${akt} ${fact}`));
  const keyOf = new Map([...played.akts].map(([key, { matter }]) => [String(matter), key]));
  return clocksOf(state, law.law, calendar).map((clock) => ({
    clock,
    matter: keyOf.get(clock.matter) ?? clock.matter,
    startEvent: eventOf(clock.startFact),
    metEvent: eventOf(clock.metFact),
  }));
}
