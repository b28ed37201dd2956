import { useQuery } from "@tanstack/react-query";
import type { chronologyEntry } from "../../../src/contract/views/chronology.ts";
import { type AnswerOf, call } from "../../api/client.ts";
import { endpoints } from "../../api/endpoints.ts";
import { passagesOf } from "../../spec/passages.ts";
import { usePack } from "../../spec/use-pack.ts";
import { useLang } from "../../text/text.ts";
import { Objections } from "../child/objections.tsx";

const fixedEvent = "basis.fixed";

/** What was objected to the version the parties have read, beside the text that is being written on. */
export function PartyObjections({
  akt,
  matter,
  names,
}: {
  readonly akt: string;
  readonly matter: string;
  readonly names: ReadonlyMap<string, string>;
}) {
  const found = useQuery({
    queryKey: ["objections", akt, matter],
    queryFn: async () => {
      const params = { akt };
      const query = { kind: fixedEvent, matter };
      const { lines } = await call(endpoints.chronology, { params, query });
      const latest = lines[0];
      if (latest === undefined) return null;
      return call(endpoints.chronologyEntry, { params: { akt, seq: latest.seq } });
    },
  });
  const entry = found.data;
  if (entry === null || entry === undefined || entry.objections.length === 0) return null;
  return <Passages entry={entry} names={names} />;
}

function Passages({
  entry,
  names,
}: {
  readonly entry: AnswerOf<typeof chronologyEntry>;
  readonly names: ReadonlyMap<string, string>;
}) {
  const pack = usePack(entry.specDigest);
  const { lang } = useLang();
  const document = pack.documents[entry.document ?? ""];
  const answers = entry.content ?? entry.data;
  const passages =
    document === undefined ? [] : passagesOf(document, answers, { pack, names, lang });
  return <Objections objections={entry.objections} passages={passages} />;
}
