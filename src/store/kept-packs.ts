import type { Json } from "../kernel/canonical-json.ts";
import { parsePack } from "../spec/load.ts";
import type { PackInUse, Store } from "./deps.ts";
import { installPacks, readInstalled } from "./packs.ts";
import type { Specification } from "./specification.ts";

/**
 * Keeps the packs in use in the database, and gives the store with every pack that was ever in use: a
 * document is rendered by the pack it was written with, also when its files are gone.
 */
export async function keepInstalled(store: Store, specification: Specification): Promise<Store> {
  const { app } = store.pools;
  const packs = specification.packs.packs.map(({ digest, pack }) => ({
    digest,
    kind: "pack" as const,
    id: pack.manifest.id,
    version: pack.manifest.version,
    // Read from JSON files, so it is JSON.
    content: pack as unknown as Json,
  }));
  await installPacks(app, packs, store.clock.now());
  const earlier = new Map<string, PackInUse>();
  for (const { digest, content } of await readInstalled(app, "pack")) {
    if (store.packs.find(digest) !== undefined) continue;
    const pack = parsePack(content);
    // A pack of a time when packs had another shape can't be used; its documents keep their own text.
    if (pack.ok) earlier.set(digest, { digest, pack: pack.value });
  }
  const { current, find } = store.packs;
  return { ...store, packs: { current, find: (digest) => find(digest) ?? earlier.get(digest) } };
}
