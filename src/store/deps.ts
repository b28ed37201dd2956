import type { AktState, MatterState } from "../domain/akt-state.ts";
import type { PersonState } from "../domain/person/person-state.ts";
import type { Calendar } from "../kernel/calendar.ts";
import type { Clock } from "../kernel/clock.ts";
import type { IdSource, Uuid } from "../kernel/ids.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import type { DelegationOrder, Law } from "../rules/types.ts";
import type { Pack } from "../spec/types.ts";
import type { Organisation } from "./commands/organisation.ts";
import type { Tx } from "./in-tenant.ts";
import type { Pools } from "./pools.ts";
import type { Tenant } from "./tenant.ts";

/** A specification pack with the digest that documents and values carry. */
export interface PackInUse {
  readonly digest: string;
  readonly pack: Pack;
}

/** The packs this installation knows. */
export interface PackSource {
  /**
   * The pack new documents of a board are written with; of a matter (or a draft that has none yet), where a
   * later version is tried in some of them.
   */
  current(tenant: Tenant, about?: Uuid): PackInUse;
  /** A pack in use now or before; undefined for a digest never installed. */
  find(digest: string): PackInUse | undefined;
}

/** The loaded law with its digest, which every event carries. */
export interface LawInUse {
  readonly digest: string;
  readonly law: Law;
}

/** What a projector is told after an akt has changed, in the transaction of the change. */
export interface Projected {
  readonly tenant: Tenant;
  readonly akt: Uuid;
  readonly state: AktState;
  /** Matters of other akter about the same child: they count as earlier, and have their rows there. */
  readonly linked?: readonly MatterState[];
  /** The matters that the events changed. */
  readonly matters: readonly Uuid[];
  readonly child: PersonState;
  /** Who is a guardian of the child or has been; their relations say when. */
  readonly guardians: readonly PersonState[];
  /** Siblings whose own streams name the child. */
  readonly siblings: readonly Uuid[];
  readonly pack: Pack;
  readonly packDigest: string;
  readonly today: PlainDate;
}

/**
 * Writes rows of another part (follow-up) in the same transaction, or nothing is recorded at all. Told of an
 * akt first, when it is read, so that its own reading goes along; then of the change.
 */
export interface Projector {
  (tx: Tx, akt: Uuid): (change: Projected) => Promise<void>;
  /** The same for several akter that are changed in one transaction. */
  readonly forSome?: (tx: Tx, akter: readonly Uuid[]) => (change: Projected) => Promise<void>;
}

/** Everything the store is given: it reads no clock, file or randomness by itself. */
export interface StoreDeps {
  readonly pools: Pools;
  readonly clock: Clock;
  readonly ids: IdSource;
  /** Salts. Cryptographically random, but for demo and replay. */
  readonly randomBytes: (length: number) => Uint8Array;
  readonly packs: PackSource;
  readonly law: LawInUse;
  /** The delegation order of a board. */
  readonly order: DelegationOrder;
  readonly calendar: Calendar;
  readonly projectors: readonly Projector[];
  /** Whether a 12-digit number is one of a test person: only those on a synthetic board. */
  readonly isTestNumber: (value: string) => boolean;
}

/** The store: what it was given, and what it remembers between commands. */
export interface Store extends StoreDeps {
  /** The organisation of each board as last read; believed only while its stream has the same end. */
  readonly organisations: Map<Tenant, Organisation>;
}

/** Makes the store. Nothing is read before the first command. */
export function createStore(deps: StoreDeps): Store {
  return { ...deps, organisations: new Map() };
}
