import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { hasAccounts } from "../access/accounts.ts";
import { stockholmDate } from "../kernel/instant.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import { batch } from "../store/batch.ts";
import type { Store } from "../store/deps.ts";
import { inTenant } from "../store/in-tenant.ts";
import type { Tenant } from "../store/tenant.ts";
import type { DemoFamily } from "./demo-files.ts";
import type { DemoWorld } from "./demo-world.ts";
import {
  beginFilling,
  endFilling,
  findFilling,
  lockFilling,
  noteFamily,
  type FillingRow,
} from "./filling-row.ts";
import { foundBoard, makeAccounts, worldAgain, type DemoAccount } from "./found-board.ts";
import { inReleasedWords } from "./make-demo-board.ts";
import { commandsDigest } from "./municipality-digest.ts";
import { readMunicipalityFiles } from "./municipality/files.ts";
import { inventMunicipality, type Municipality } from "./municipality/municipality.ts";
import { planNumbers } from "./planned-numbers.ts";
import { runFamilies } from "./run-families.ts";
import { setAbsences } from "./set-absences.ts";

const NAMES = fileURLToPath(new URL("../../spec/reference/names.csv", import.meta.url));

/** Days before the first report that the board was there. */
const BEFORE = 30;
const DAYS_A_YEAR = 365;

/** What every demo is made with, unless another seed is asked for: the same municipality each time. */
export const DEFAULT_SEED = "Lindvik";
export const DEFAULT_SIZE = "small";

type Told = (done: number, total: number) => void;

export interface MunicipalityOptions {
  /** One of `municipalitySizes`. */
  readonly size: string;
  readonly seed?: string | undefined;
  readonly name?: string | undefined;
  readonly randomBytes: (length: number) => Uint8Array;
  /** Hears how many families are there, out of how many. */
  readonly told?: Told;
  /** How its commands are carried out; `batch` unless said. */
  readonly carryOut?: typeof batch;
}

export interface MadeMunicipality {
  readonly tenant: Tenant;
  readonly board: string;
  readonly accounts: readonly DemoAccount[];
  readonly families: number;
  /** Fulfilled when every family is there. Those with something that runs now come first. */
  readonly filled: Promise<unknown>;
}

/** The sizes a municipality can have, smallest first. */
export function municipalitySizes(): readonly string[] {
  return Object.keys(readMunicipalityFiles().sizes.sizes);
}

/** The municipality of a size, seed and day. Throws RangeError for a size there is none of. */
export function inventFrom(size: string, seed: string, today: PlainDate): Municipality {
  const names = readFileSync(NAMES, "utf8");
  return inventMunicipality(readMunicipalityFiles(), names, { size, seed, today });
}

/** The digests of the specification and the law that a store writes with. */
export function packsOf(store: Store, tenant: Tenant): readonly string[] {
  return [store.packs.current(tenant).digest, store.law.digest];
}

/**
 * Makes a synthetic board with the staff and accounts of a municipality, ready to sign in to, and begins to
 * fill it. What is left when the program dies is filled on by {@link fillOn}. Throws RangeError for a size there is none of.
 */
export async function makeMunicipality(
  from: Store,
  options: MunicipalityOptions,
): Promise<MadeMunicipality> {
  const { size, seed = DEFAULT_SEED, told = () => undefined, carryOut } = options;
  const store = inReleasedWords(from);
  const invented = inventFrom(size, seed, stockholmDate(store.clock.now()));
  const { board, families, years } = invented;
  const name = options.name ?? readMunicipalityFiles().words.board;
  const world = await foundBoard(store, {
    name,
    board,
    founded: -DAYS_A_YEAR * years - BEFORE,
    simulatedToday: undefined,
    seed,
  });
  const { tenant, time } = world;
  await setAbsences(world, board, invented.absences);
  const digest = commandsDigest(invented, packsOf(store, tenant));
  const row = { size, seed, madeAt: time.now, digest, families: families.length };
  await inTenant(store.pools.app, tenant, (tx) => beginFilling(tx, row));
  // Accounts come last: a board without them was interrupted before anybody could sign in, and is left.
  const accounts = await makeAccounts(world, board, options.randomBytes);
  const filled = fill(
    world,
    { all: families, left: families },
    { ...row, done: [] },
    told,
    carryOut,
  );
  return { tenant, board: name, accounts, families: families.length, filled };
}

/** What became of a municipality that was being filled when the program stopped. */
export type FillingOn =
  /** Nothing is to be filled, or somebody fills it now. */
  | "nothing"
  /** It is of another program, specification or law: it stays as it is. */
  | "other"
  | "filled";

/**
 * Goes on filling the municipality of a board where it was left: families that are there stay, one that was being
 * made is completed by the same commands under the same ids. `told` hears how far it is, first of all before it begins.
 */
export async function fillOn(from: Store, tenant: Tenant, told: Told): Promise<FillingOn> {
  const store = inReleasedWords(from);
  const row = await inTenant(store.pools.app, tenant, async (tx) =>
    (await hasAccounts(tx)) ? findFilling(tx) : undefined,
  );
  if (row === undefined) return "nothing";
  told(row.done.length, row.families);
  const { size, seed, madeAt } = row;
  const known = municipalitySizes().includes(size);
  const invented = known ? inventFrom(size, seed, stockholmDate(madeAt)) : undefined;
  if (invented === undefined) return "other";
  if (commandsDigest(invented, packsOf(store, tenant)) !== row.digest) return "other";
  const world = worldAgain(store, tenant, invented.board, { seed, madeAt });
  const left = invented.families.filter(({ family }) => !row.done.includes(family));
  return (await fill(world, { all: invented.families, left }, row, told)) ? "filled" : "nothing";
}

/** False when somebody else fills the board: two programs may see that it is not whole. */
async function fill(
  world: DemoWorld,
  { all, left }: { readonly all: readonly DemoFamily[]; readonly left: readonly DemoFamily[] },
  row: FillingRow,
  told: Told,
  carryOut = batch,
): Promise<boolean> {
  const { store, tenant } = world;
  let done = row.done.length;
  return inTenant(store.pools.app, tenant, async (lock) => {
    if (!(await lockFilling(lock))) return false;
    const noted = async ({ family }: DemoFamily): Promise<void> => {
      await inTenant(store.pools.app, tenant, (tx) => noteFamily(tx, family));
      told((done += 1), row.families);
    };
    const numbers = await planNumbers(world, all);
    await runFamilies(world, left, row.seed, noted, numbers, carryOut);
    await inTenant(store.pools.app, tenant, endFilling);
    return true;
  });
}
