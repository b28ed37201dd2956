import type { StaffFacts } from "../../domain/command.ts";
import type { UnitState } from "../../domain/unit/unit-state.ts";
import {
  millisOf,
  instantOfLocal,
  instantOfMillis,
  parseLocalDateTime,
  stockholmDate,
  stockholmLocal,
} from "../../kernel/instant.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import type { Store } from "../deps.ts";
import type { Tx } from "../in-tenant.ts";
import { readStreamState } from "../log/stream-state.ts";
import { unitFold } from "../log/streams.ts";
import { statement } from "../statement.ts";

/** The board with its units, staff and deciding bodies. */
export interface Organisation {
  readonly board: BoardFacts;
  /** The end of the chain of the board's unit stream: the same hash is the same organisation. */
  readonly hash: Buffer;
  readonly state: UnitState;
  readonly staff: ReadonlyMap<string, StaffFacts>;
}

export interface BoardFacts {
  readonly name: string;
  readonly synthetic: boolean;
  readonly simulatedToday: PlainDate | undefined;
  /** The board's unit stream. */
  readonly stream: Uuid;
}

/** The board's now and today: the clock's, or on a synthetic board the simulated day at the clock's time. */
export interface BoardTime {
  readonly now: Instant;
  readonly today: PlainDate;
}

interface BoardRow {
  readonly name: string;
  readonly synthetic: boolean;
  readonly simulated_today: PlainDate | null;
  readonly stream: Uuid;
  readonly hash: Buffer | null;
}

const BOARD = statement(
  "board_with_organisation",
  `select b.name, b.synthetic, b.simulated_today, b.stream, s.hash
   from board b
   left join stream_state s on s.tenant = b.tenant and s.stream = b.stream
   where b.tenant = $1`,
);

/** As {@link findOrganisation}, for a board that must exist. Throws when it does not. */
export async function loadOrganisation(store: Store, tx: Tx): Promise<Organisation> {
  const organisation = await findOrganisation(store, tx);
  if (organisation === undefined) throw new Error(`There is no board ${tx.tenant}`);
  return organisation;
}

/**
 * The organisation of the board, from memory when its stream has not moved since; undefined before the
 * board has been made.
 */
export function findOrganisation(store: Store, tx: Tx): Promise<Organisation | undefined> {
  const asked = underWay.get(tx);
  if (asked !== undefined) return asked;
  const asking = askForOrganisation(store, tx).finally(() => underWay.delete(tx));
  underWay.set(tx, asking);
  return asking;
}

/** Who asks and what is asked want it at the same moment: the database is asked once. */
const underWay = new WeakMap<Tx, Promise<Organisation | undefined>>();

async function askForOrganisation(store: Store, tx: Tx): Promise<Organisation | undefined> {
  const [row] = await tx.rows<BoardRow>(BOARD, [tx.tenant]);
  if (row === undefined || row.hash === null) return undefined;
  const known = store.organisations.get(tx.tenant);
  if (known !== undefined && known.hash.equals(row.hash) && isSameBoard(known.board, row)) {
    return known;
  }
  const head = await readStreamState(tx, unitFold, row.stream);
  if (head === undefined) return undefined;
  const organisation: Organisation = {
    board: boardOf(row),
    hash: head.hash,
    state: head.state,
    staff: new Map(head.state.staff.map((member) => [member.staff, member])),
  };
  store.organisations.set(tx.tenant, organisation);
  return organisation;
}

/** What time it is on a board. `at` stands in for the clock, for replay. */
export function boardTime(store: Store, board: BoardFacts, at?: Instant): BoardTime {
  const real = at ?? store.clock.now();
  const now = at === undefined ? simulated(real, board.simulatedToday) : real;
  return { now, today: stockholmDate(now) };
}

function simulated(real: Instant, today: PlainDate | undefined): Instant {
  if (today === undefined) return real;
  const local = stockholmLocal(real);
  const then = parseLocalDateTime(`${today}${local.slice(10)}`);
  if (then === undefined) throw new RangeError("Not a local time");
  const seconds = millisOf(real) % 60_000;
  return instantOfMillis(millisOf(instantOfLocal(then)) + seconds);
}

function isSameBoard(board: BoardFacts, row: BoardRow): boolean {
  return (
    board.stream === row.stream &&
    board.name === row.name &&
    board.synthetic === row.synthetic &&
    board.simulatedToday === (row.simulated_today ?? undefined)
  );
}

function boardOf(row: BoardRow): BoardFacts {
  return {
    name: row.name,
    synthetic: row.synthetic,
    simulatedToday: row.simulated_today ?? undefined,
    stream: row.stream,
  };
}
