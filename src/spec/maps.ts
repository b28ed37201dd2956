import { findCode } from "./lookup.ts";
import type { Pack } from "./types.ts";

/**
 * The code of this version that an answer of the version before is counted as: itself where the code is still
 * there, the new one where codes were merged. Undefined where nothing may be said for sure: the code was
 * split, dropped, or means something else now.
 */
export function countedAs(pack: Pack, codelist: string, code: string): string | undefined {
  if (findCode(pack, codelist, code) !== undefined) return code;
  const merged = pack.maps.find(
    (map) => map.codelist === codelist && map.from === code && map.kind === "merged",
  );
  return merged?.to.length === 1 ? merged.to[0] : undefined;
}
