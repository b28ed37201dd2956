import type { PlainDate } from "../kernel/plain-date.ts";
import type { Store } from "../store/deps.ts";
import { inTenant } from "../store/in-tenant.ts";
import type { Tenant } from "../store/tenant.ts";
import { backgroundFamilies } from "./background.ts";
import { readDemoFiles, type DemoBoard } from "./demo-files.ts";
import { inOrder } from "./demo-time.ts";
import type { DemoWorld } from "./demo-world.ts";
import { foundBoard, makeAccounts, type DemoAccount } from "./found-board.ts";
import { resolveAnswers } from "./references.ts";
import { placeOf, runFamily, writeDraft } from "./run-family.ts";

export type { DemoAccount } from "./found-board.ts";

export interface DemoOptions {
  readonly name?: string | undefined;
  /** The board believes it is this day; the demo then ends there. */
  readonly simulatedToday?: PlainDate;
  readonly randomBytes: (length: number) => Uint8Array;
}

/** The day before the first thing of the demo happened. */
const FOUNDED = -400;

/**
 * Makes a synthetic board with units, staff, accounts and families at every point of the chain, by the
 * ordinary commands, dated back from today. Accounts come last: a board without them was interrupted.
 */
export async function makeDemoBoard(
  store: Store,
  options: DemoOptions,
): Promise<{
  readonly tenant: Tenant;
  readonly board: string;
  readonly accounts: readonly DemoAccount[];
}> {
  const { board, families, background } = readDemoFiles();
  const name = options.name ?? board.name;
  const world = await foundBoard(inReleasedWords(store), {
    name,
    board,
    founded: FOUNDED,
    simulatedToday: options.simulatedToday,
  });
  for (const family of [...families, ...backgroundFamilies(background)]) {
    await runFamily(world, family);
  }
  await beginDrafts(world, board);
  const accounts = await makeAccounts(world, board, options.randomBytes);
  return { tenant: world.tenant, board: name, accounts };
}

/** The files of the demo use the codes of the released specification, also where a later one is tried. */
export function inReleasedWords(store: Store): Store {
  const { packs } = store;
  return { ...store, packs: { find: packs.find, current: (tenant) => packs.current(tenant) } };
}

async function beginDrafts(world: DemoWorld, board: DemoBoard): Promise<void> {
  const { store, ids, references, tenant, time } = world;
  for (const draft of inOrder(board.drafts)) {
    const at = time.moment(draft);
    const content = resolveAnswers(draft.content, at, time, references, ids);
    const { document, by, matter } = draft;
    const wanted = { draft: ids.next(), document, by, content };
    const place = placeOf(world, matter);
    await inTenant(store.pools.app, tenant, (tx) => writeDraft(world, tx, place, wanted, at));
  }
}
