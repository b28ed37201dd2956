import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { lettersQuery, receivedQuery } from "../../api/queries.ts";
import type { Choice } from "../../spec/fields/choice-field.tsx";
import { codeLabel, usePack } from "../../spec/use-pack.ts";
import { fullDay } from "../../text/dates.ts";
import { letterText } from "../../text/letter.ts";
import { receivedText } from "../../text/received.ts";
import { useLang, useText } from "../../text/text.ts";

/** What a statement of a matter may cite (documents that came in, the child's answers), and the pictures among them. */
export function useCitable(
  akt: string,
  matter: string,
): { readonly received: readonly Choice[]; readonly picture: readonly Choice[] } {
  const t = useText(receivedText);
  const l = useText(letterText);
  const sent = useQuery(lettersQuery(akt)).data?.sent;
  const { lang } = useLang();
  const pack = usePack();
  const documents = useQuery(receivedQuery(akt)).data?.documents;
  return useMemo(() => {
    const own = (documents ?? []).filter((one) => one.matter === matter);
    const choiceOf = ({ received: id, kind, arrivedOn, about }: (typeof own)[number]) => ({
      id,
      label: t("citable", {
        kind: codeLabel(pack, "received-kind", kind)[lang],
        day: fullDay(arrivedOn, lang),
        about,
      }),
    });
    const answers = (sent ?? []).filter((one) => one.matter === matter && one.said);
    return {
      received: [
        ...answers.map(({ letter, answeredOn }) => ({
          id: letter,
          label: l("citableAnswer", { day: fullDay(answeredOn ?? "", lang) }),
        })),
        ...own.map(choiceOf),
      ],
      picture: own
        .filter(({ file }) => file?.mediaType.startsWith("image/") === true)
        .map(choiceOf),
    };
  }, [documents, sent, matter, pack, lang, t, l]);
}
