import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { stockholmDate } from "../kernel/instant.ts";
import type { Store } from "../store/deps.ts";
import type { Tenant } from "../store/tenant.ts";
import { foundBoard, makeAccounts, type DemoAccount } from "./found-board.ts";
import { inReleasedWords } from "./make-demo-board.ts";
import { readMunicipalityFiles } from "./municipality/files.ts";
import { inventMunicipality } from "./municipality/municipality.ts";
import { runFamilies } from "./run-families.ts";

const NAMES = fileURLToPath(new URL("../../spec/reference/names.csv", import.meta.url));

/** Days before the first report that the board was there. */
const BEFORE = 30;
const DAYS_A_YEAR = 365;

/** What every demo is made with, unless another seed is asked for: the same municipality each time. */
export const DEFAULT_SEED = "Lindvik";

export interface MunicipalityOptions {
  /** One of `municipalitySizes`. */
  readonly size: string;
  readonly seed?: string | undefined;
  readonly name?: string | undefined;
  readonly randomBytes: (length: number) => Uint8Array;
  /** Hears how many families are there, out of how many. */
  readonly told?: (done: number, total: number) => void;
}

export interface MadeMunicipality {
  readonly tenant: Tenant;
  readonly board: string;
  readonly accounts: readonly DemoAccount[];
  readonly families: number;
  /** Fulfilled when every family is there. Those with something that runs now come first. */
  readonly filled: Promise<void>;
}

/** The sizes a municipality can have, smallest first. */
export function municipalitySizes(): readonly string[] {
  return Object.keys(readMunicipalityFiles().sizes.sizes);
}

/**
 * Makes a synthetic board with the staff and accounts of a municipality, ready to sign in to, and begins to
 * fill it. Throws RangeError for a size there is none of.
 */
export async function makeMunicipality(
  store: Store,
  options: MunicipalityOptions,
): Promise<MadeMunicipality> {
  const { size, seed = DEFAULT_SEED, told = () => undefined } = options;
  const files = readMunicipalityFiles();
  const today = stockholmDate(store.clock.now());
  const names = readFileSync(NAMES, "utf8");
  const { board, families, years } = inventMunicipality(files, names, { size, seed, today });
  const name = options.name ?? files.words.board;
  const world = await foundBoard(inReleasedWords(store), {
    name,
    board,
    founded: -DAYS_A_YEAR * years - BEFORE,
    simulatedToday: undefined,
  });
  const accounts = await makeAccounts(world, board, options.randomBytes);
  let done = 0;
  const filled = runFamilies(world, families, seed, () => told((done += 1), families.length));
  return { tenant: world.tenant, board: name, accounts, families: families.length, filled };
}
