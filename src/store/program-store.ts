import { randomBytes } from "node:crypto";
import type { Clock } from "../kernel/clock.ts";
import { uuidV7, type IdSource } from "../kernel/ids.ts";
import { instantOfMillis, millisOf } from "../kernel/instant.ts";
import { createStore, type PackSource, type Projector, type Store } from "./deps.ts";
import type { Pools } from "./pools.ts";
import type { InstalledPacks } from "./spec-files.ts";
import type { Specification } from "./specification.ts";

/** The clock of the machine: the only place where it is read. */
export const systemClock: Clock = { now: () => instantOfMillis(Date.now()) };

const ID_BYTES = 10;

/** Ids of a clock and the machine's cryptographic randomness. */
export function randomIds(clock: Clock): IdSource {
  return { next: () => uuidV7(millisOf(clock.now()), randomBytes(ID_BYTES)) };
}

/** Every board writes with the latest released pack, and reads each document by its own. */
export function packSource(packs: InstalledPacks): PackSource {
  return { current: () => packs.latest, find: packs.find };
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
