import { readMe } from "../../src/contract/session/read-me.ts";
import type { Pack } from "../../src/spec/types.ts";
import type { Cast } from "./chain.ts";
import { registerFamily } from "./family.ts";
import { packOf, type Lang } from "./form.ts";
import type { Hand } from "./hand.ts";
import type { Watch } from "./watch.ts";
import type { World } from "./world.ts";
import type { Page } from "playwright-core";

export interface CastOptions {
  readonly lang: Lang;
  /** Whether the matters run in the later specification. */
  readonly later: boolean;
  readonly familyName: string;
  /** Tells families of one test file apart. */
  readonly serial: number;
  readonly hand: (page: Page) => Hand;
}

/** A cast with what is known of its pages. */
export interface WatchedCast extends Cast {
  readonly watches: readonly Watch[];
}

/** A caseworker, a manager and a family of their own, ready to begin. */
export async function makeCast(world: World, options: CastOptions): Promise<WatchedCast> {
  const { lang, later, familyName, serial, hand } = options;
  const idParity = later ? 1 : 0;
  const worker = await world.pageOf("jonatan", { lang, idParity });
  const manager = await world.pageOf("carina", { lang, idParity });
  const api = await world.apiOf("jonatan");
  const pack = await packInUse(world, later);
  await manager.page.goto("/");
  return {
    world,
    later,
    worker: { hand: hand(worker.page), page: worker.page, lang, pack },
    manager: { hand: hand(manager.page), page: manager.page, lang, pack },
    workerId: (await api.call(readMe)).staff,
    family: await registerFamily(api, familyName, serial),
    watches: [worker.watch, manager.watch],
  };
}

/** The released specification, or the later one that is tried beside it. */
export async function packInUse(world: World, later: boolean): Promise<Pack> {
  const digest = await digestOf(world, later);
  return packOf(await world.apiOf("jonatan"), digest);
}

/** The digest that events written with one of the two specifications carry. */
export async function digestOf(world: World, later: boolean): Promise<string> {
  const version = later ? "2026-2-test" : "2026-1";
  const [row] = await world.rows<{ digest: string }>(
    "select digest from installed_pack where kind = 'pack' and version = $1 order by installed_at desc",
    [version],
  );
  if (row === undefined) throw new Error(`The specification ${version} is not installed`);
  return row.digest;
}
