import { queryOptions, useSuspenseQuery } from "@tanstack/react-query";
import type { Code, DocumentSpec, Pack, Text } from "../../src/spec/types.ts";
import { call } from "../api/client.ts";
import { endpoints } from "../api/endpoints.ts";
import { useLang } from "../text/text.ts";

/** A pack never changes under its digest, so it is read once; `current` follows the installation. */
export function packQuery(digest: string) {
  return queryOptions({
    queryKey: ["pack", digest],
    queryFn: async () => parsePack((await call(endpoints.readSpec, { params: { digest } })).pack),
    staleTime: Infinity,
  });
}

/** The server has checked the pack before it was installed. */
function parsePack(json: unknown): Pack {
  return json as Pack;
}

/** The specification pack to draw with. */
export function usePack(digest = "current"): Pack {
  return useSuspenseQuery(packQuery(digest)).data;
}

/** Says a text of the specification in the chosen language. */
export function useSay(): (text: Text) => string {
  const { lang } = useLang();
  return (text) => text[lang];
}

/** The document by id. @throws Error when the pack has none, which a checked pack never lacks. */
export function documentOf(pack: Pack, id: string): DocumentSpec {
  const found = pack.documents[id];
  if (found === undefined) throw new Error(`the specification has no document ${id}`);
  return found;
}

/**
 * The codes of a list that may be chosen on a day. `factor:BU1` is the list of factors of one area, the
 * protective ones first.
 */
export function codesOf(pack: Pack, codelist: string, on: string): readonly Code[] {
  const [list = "", area] = codelist.split(":");
  if (area !== undefined) {
    return pack.factors
      .filter((factor) => factor.area === area)
      .map((factor) => ({ id: factor.id, label: factor.label, group: factor.kind }));
  }
  return (pack.codelists[list]?.codes ?? []).filter(
    (code) =>
      (code.validFrom === undefined || code.validFrom <= on) &&
      (code.validTo === undefined || on <= code.validTo),
  );
}

/** The label of a code in both languages; the code itself where the pack has no label. */
export function codeLabel(pack: Pack, codelist: string, code: string): Text {
  const found = pack.codelists[codelist]?.codes.find((entry) => entry.id === code);
  return found?.label ?? { sv: code, en: code };
}
