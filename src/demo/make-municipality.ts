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
  planFilling,
  type FillingRow,
} from "./filling-row.ts";
import { foundBoard, makeAccounts, worldAgain, type DemoAccount } from "./found-board.ts";
import { inReleasedWords } from "./make-demo-board.ts";
import { commandsDigest } from "./municipality-digest.ts";
import { readMunicipalityFiles } from "./municipality/files.ts";
import { outlineMunicipality, type Outline } from "./municipality/municipality.ts";
import { planFamilies, type FamilyPlan } from "./plan-families.ts";
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
  /** Hears how many families are there, out of how many; first when they are invented. */
  readonly told?: Told;
  /** How its commands are carried out; `batch` unless said. */
  readonly carryOut?: typeof batch;
}

export interface MadeMunicipality {
  readonly tenant: Tenant;
  readonly board: string;
  readonly accounts: readonly DemoAccount[];
  /** How many families there are, fulfilled when every one is there. Those with something that runs now come first. */
  readonly filled: Promise<number>;
}

/** The sizes a municipality can have, smallest first. */
export function municipalitySizes(): readonly string[] {
  return Object.keys(readMunicipalityFiles().sizes.sizes);
}

/** The outline of a municipality of a size, seed and day. Throws RangeError for a size there is none of. */
export function outlineFrom(size: string, seed: string, today: PlainDate): Outline {
  const names = readFileSync(NAMES, "utf8");
  return outlineMunicipality(readMunicipalityFiles(), names, { size, seed, today });
}

/** The digests of the specification and the law that a store writes with. */
export function packsOf(store: Store, tenant: Tenant): readonly string[] {
  return [store.packs.current(tenant).digest, store.law.digest];
}

/**
 * Makes a synthetic board with the staff and accounts of a municipality, ready to sign in to, and begins to invent and
 * fill it. What is left when the program dies is filled on by {@link fillOn}. Throws RangeError for a size there is none of.
 */
export async function makeMunicipality(
  from: Store,
  options: MunicipalityOptions,
): Promise<MadeMunicipality> {
  const { size, seed = DEFAULT_SEED, told = () => undefined, carryOut } = options;
  const store = inReleasedWords(from);
  const outline = outlineFrom(size, seed, stockholmDate(store.clock.now()));
  const { absences, board, years } = outline;
  const name = options.name ?? readMunicipalityFiles().words.board;
  const world = await foundBoard(store, {
    name,
    board,
    founded: -DAYS_A_YEAR * years - BEFORE,
    simulatedToday: undefined,
    seed,
  });
  const { tenant, time } = world;
  await setAbsences(world, board, absences);
  const digest = commandsDigest(outline, packsOf(store, tenant)).digest();
  const row = { size, seed, madeAt: time.now, digest };
  await inTenant(store.pools.app, tenant, (tx) => beginFilling(tx, row));
  // Accounts come last: a board without them was interrupted before anybody could sign in, and is left.
  const accounts = await makeAccounts(world, board, options.randomBytes);
  const filled = fillAll(world, outline, row, { told, carryOut });
  return { tenant, board: name, accounts, filled };
}

interface How {
  readonly told: Told;
  readonly carryOut?: typeof batch | undefined;
}

async function fillAll(
  world: DemoWorld,
  outline: Outline,
  row: Pick<FillingRow, "seed">,
  how: How,
): Promise<number> {
  const { store, tenant } = world;
  const plan = await planFamilies(world, outline, packsOf(store, tenant));
  const families = plan.families.length;
  await inTenant(store.pools.app, tenant, (tx) => planFilling(tx, { ...plan, families }));
  how.told(0, families);
  await fill(world, plan, { seed: row.seed, done: [] }, how);
  return families;
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
  if (!municipalitySizes().includes(size)) return "other";
  const outline = outlineFrom(size, seed, stockholmDate(madeAt));
  const world = worldAgain(store, tenant, outline.board, { seed, madeAt });
  const packs = packsOf(store, tenant);
  if (row.families === 0) {
    if (commandsDigest(outline, packs).digest() !== row.digest) return "other";
    await fillAll(world, outline, row, { told });
    return "filled";
  }
  const plan = await planFamilies(world, outline, packs);
  if (plan.digest !== row.digest) return "other";
  return (await fill(world, plan, row, { told })) ? "filled" : "nothing";
}

/** False when somebody else fills the board: two programs may see that it is not whole. */
async function fill(
  world: DemoWorld,
  { families, numbers }: FamilyPlan,
  row: Pick<FillingRow, "seed" | "done">,
  { told, carryOut = batch }: How,
): Promise<boolean> {
  const { store, tenant } = world;
  const there = new Set(row.done);
  let done = there.size;
  return inTenant(store.pools.app, tenant, async (lock) => {
    if (!(await lockFilling(lock))) return false;
    const noted = async ({ family }: DemoFamily): Promise<void> => {
      await inTenant(store.pools.app, tenant, (tx) => noteFamily(tx, family));
      told((done += 1), families.length);
    };
    const left = families.values().filter(({ family }) => !there.has(family));
    const toldAgain = left.map(({ tell }) => tell());
    await runFamilies(world, toldAgain, row.seed, noted, numbers, carryOut);
    await inTenant(store.pools.app, tenant, endFilling);
    return true;
  });
}
