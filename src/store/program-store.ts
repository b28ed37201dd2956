import type { Clock } from "../kernel/clock.ts";
import { uuidV7, type IdSource, type Uuid } from "../kernel/ids.ts";
import { instantOfMillis, millisOf, type Instant } from "../kernel/instant.ts";
import { createStore, type PackSource, type Projector, type Store } from "./deps.ts";
import type { Pools } from "./pools.ts";
import { pooledRandomBytes } from "./random-pool.ts";
import type { InstalledPacks } from "./spec-files.ts";
import type { Specification } from "./specification.ts";

/** The clock of the machine: the only file where it is read. */
export const systemClock: Clock = { now: () => instantOfMillis(Date.now()) };

const ID_BYTES = 10;
const randomBytes = pooledRandomBytes();

/** Ids of a clock and the machine's cryptographic randomness. */
export function randomIds(clock: Clock): IdSource {
  return { next: () => uuidV7(millisOf(clock.now()), randomBytes(ID_BYTES)) };
}

/** The clock of the machine, set to another moment when the program starts: for tests with fixed dates. */
export function clockFrom(start: Instant): Clock {
  const ahead = millisOf(start) - Date.now();
  return { now: () => instantOfMillis(Date.now() + ahead) };
}

/**
 * Every board writes with the latest released pack, and reads each document by its own. Where a later
 * version is tried, half of the matters are written with it: those whose id is odd, so that a matter keeps to one.
 */
export function packSource(packs: InstalledPacks): PackSource {
  const { latest, tried, find } = packs;
  if (tried === undefined) return { current: () => latest, find };
  return { current: (_tenant, about) => (isOdd(about) ? tried : latest), find };
}

function isOdd(id: Uuid | undefined): boolean {
  return id !== undefined && Number.parseInt(id.slice(-1), 16) % 2 === 1;
}

/** What a program adds to the specification: its parts that write along, and what it lets be registered. */
export interface ProgramParts {
  readonly projectors: readonly Projector[];
  readonly isTestNumber: (value: string) => boolean;
  /** The machine's, where nothing else is given. */
  readonly clock?: Clock;
}

/** The store of a program: the specification in use and the machine's randomness. */
export function programStore(
  pools: Pools,
  specification: Specification,
  parts: ProgramParts,
): Store {
  const { packs, law, order, calendar } = specification;
  const { projectors, isTestNumber, clock = systemClock } = parts;
  return createStore({
    pools,
    clock,
    ids: randomIds(clock),
    randomBytes,
    packs: packSource(packs),
    law,
    order,
    calendar,
    projectors,
    isTestNumber,
  });
}
