import { useQuery } from "@tanstack/react-query";
import type { Pack } from "../../../src/spec/types.ts";
import type { Choice } from "../../spec/fields/choice-field.tsx";
import { thingName } from "../../spec/thing-name.ts";
import { ErrorNote } from "../../components/notice/error-note.tsx";
import { Loading } from "../../shell/error-view.tsx";
import { momentInWords } from "../../text/dates.ts";
import { useLang } from "../../text/text.ts";
import { entryQuery } from "../child/entry-panel.tsx";
import type { MatterAnswer } from "./use-matter.ts";

/** Which report, decision or consent a form is about, and what it says where that is to be read; or nothing. */
export function AboutThing({
  step,
  matter,
  persons,
  pack,
  akt,
}: {
  readonly akt: string;
  readonly step: MatterAnswer["steps"][number] | undefined;
  readonly matter: MatterAnswer | undefined;
  readonly persons: readonly Choice[];
  readonly pack: Pack;
}) {
  const { lang } = useLang();
  if (step === undefined || matter === undefined) return null;
  const names = new Map(persons.map(({ id, label }) => [id, label]));
  const name = thingName(step.ids, matter, { pack, names, lang });
  const told = matter.measures
    .flatMap(({ reports }) => reports)
    .find(({ report }) => report === step.ids["providerReport"]);
  return (
    <>
      {name === undefined || told !== undefined ? null : <p className="quiet">{name}</p>}
      {told === undefined ? null : <Told akt={akt} entry={told.entry} />}
    </>
  );
}

/** What a provider has told, to be read before it is noted as read. */
function Told({ akt, entry }: { readonly akt: string; readonly entry: number }) {
  const { lang } = useLang();
  const { data, error } = useQuery(entryQuery(akt, entry));
  if (error !== null) return <ErrorNote error={error} />;
  if (data === undefined) return <Loading />;
  const { by, occurredAt, data: said } = data;
  return (
    <blockquote className="reported-back">
      <p className="quiet small">
        {by}, {momentInWords(occurredAt, lang)}
      </p>
      <p className="narrative" lang="sv">
        {typeof said["text"] === "string" ? said["text"] : ""}
      </p>
    </blockquote>
  );
}
