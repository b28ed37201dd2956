import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { receivedQuery } from "../../api/queries.ts";
import type { Choice } from "../../spec/fields/choice-field.tsx";
import { codeLabel, usePack } from "../../spec/use-pack.ts";
import { fullDay } from "../../text/dates.ts";
import { receivedText } from "../../text/received.ts";
import { useLang, useText } from "../../text/text.ts";

/** The documents of a matter that a statement may cite, for the fields that choose one. */
export function useCitable(akt: string, matter: string): { readonly received: readonly Choice[] } {
  const t = useText(receivedText);
  const { lang } = useLang();
  const pack = usePack();
  const documents = useQuery(receivedQuery(akt)).data?.documents;
  return useMemo(() => {
    const own = (documents ?? []).filter((one) => one.matter === matter);
    const received = own.map(({ received: id, kind, arrivedOn, about }) => ({
      id,
      label: t("citable", {
        kind: codeLabel(pack, "received-kind", kind)[lang],
        day: fullDay(arrivedOn, lang),
        about,
      }),
    }));
    return { received };
  }, [documents, matter, pack, lang, t]);
}
