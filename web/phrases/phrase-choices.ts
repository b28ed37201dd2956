import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { phrasesQuery } from "../api/queries.ts";
import type { Doing } from "../shell/palette.tsx";
import { finderText } from "../text/finder.ts";
import { useText } from "../text/text.ts";
import { putPhrase } from "./put-phrase.ts";

/** The phrases as things to do, for whoever was writing in a text. */
export function usePhraseChoices(area: HTMLTextAreaElement | undefined): readonly Doing[] {
  const t = useText(finderText);
  const { data } = useQuery({ ...phrasesQuery, enabled: area !== undefined });
  return useMemo(
    () =>
      area === undefined
        ? []
        : (data?.phrases ?? []).map(({ phrase, name, words }) => ({
            id: `phrase ${phrase}`,
            label: name,
            group: t("phrases"),
            run: () => putPhrase(area, words),
          })),
    [area, data, t],
  );
}
