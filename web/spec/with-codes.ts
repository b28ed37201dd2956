import type { Code, Pack } from "../../src/spec/types.ts";

/** The pack with only those codes of a codelist that a page offers; the same pack when it has no such list. */
export function withCodes(pack: Pack, codelist: string, offers: (code: Code) => boolean): Pack {
  const list = pack.codelists[codelist];
  if (list === undefined) return pack;
  const codes = list.codes.filter(offers);
  return { ...pack, codelists: { ...pack.codelists, [codelist]: { ...list, codes } } };
}
