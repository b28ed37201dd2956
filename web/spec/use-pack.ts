import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import type { Code, DocumentSpec, Pack, Text } from "../../src/spec/types.ts";
import { useLang } from "../text/text.ts";
import { packQuery } from "./pack-query.ts";

/** The specification pack to draw with. */
export function usePack(digest = "current"): Pack {
  return useSuspenseQuery(packQuery(digest)).data;
}

/**
 * The pack a draft was begun with, which draws it to its end; the current one until the draft has been opened.
 */
export function useDraftPack(digest: string | undefined): Pack {
  const current = usePack();
  const own = useQuery({ ...packQuery(digest ?? "current"), enabled: digest !== undefined }).data;
  return own ?? current;
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
