import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { type ReactNode, useId, useState } from "react";
import type { listDisclosures } from "../../../src/contract/disclosure/disclosure-routes.ts";
import type { AnswerOf } from "../../api/client.ts";
import { endpoints } from "../../api/endpoints.ts";
import { disclosuresQuery } from "../../api/queries.ts";
import { type Column, DataTable } from "../../components/data-table/data-table.tsx";
import { EmptyNote } from "../../components/notice/notice.tsx";
import { paths } from "../../paths.ts";
import { useAddress } from "../../shell/use-address.ts";
import { AnswerForm } from "../../spec/answer-form.tsx";
import { codeLabel, usePack } from "../../spec/use-pack.ts";
import { fullDay } from "../../text/dates.ts";
import { disclosureText } from "../../text/disclosure.ts";
import { useLang, useText } from "../../text/text.ts";
import { bodyFor } from "./body-for.ts";
import "./disclosure.css";

type Answer = AnswerOf<typeof listDisclosures>;
type Request = Answer["requests"][number];

/** Who has asked for documents of the akt, what became of it, and a new request. */
export function Page(): ReactNode {
  const { akt } = useAddress();
  const t = useText(disclosureText);
  const answer = useSuspenseQuery(disclosuresQuery(akt)).data;
  const columns = useColumns(akt, answer);
  return (
    <div className="disclosure-page">
      <h1 tabIndex={-1}>{t("title")}</h1>
      <p className="quiet">{t("lead")}</p>
      {answer.requests.length === 0 ? (
        <EmptyNote title={t("none")}>{t("noneHelp")}</EmptyNote>
      ) : (
        <DataTable
          caption={t("caption")}
          captionHidden
          rows={answer.requests}
          keyOf={({ disclosure }) => disclosure}
          columns={columns}
        />
      )}
      <NewRequest akt={akt} answer={answer} />
    </div>
  );
}

function useColumns(akt: string, { persons }: Answer): readonly Column<Request>[] {
  const t = useText(disclosureText);
  const { lang } = useLang();
  const pack = usePack();
  const names = new Map(persons.map(({ id, label }) => [id, label]));
  return [
    { id: "on", head: t("on"), cell: ({ on }) => fullDay(on, lang) },
    {
      id: "kind",
      head: t("kind"),
      names: true,
      cell: ({ kind }) => codeLabel(pack, "disclosure-kind", kind)[lang],
    },
    {
      id: "who",
      head: t("who"),
      cell: ({ by }) =>
        by.length === 0
          ? t("somebodyElse")
          : by.map((person) => names.get(person) ?? t("somebodyElse")).join(", "),
    },
    {
      id: "state",
      head: t("state"),
      cell: ({ outcome, handedOn }) =>
        handedOn === null
          ? outcome === null
            ? t("waits")
            : codeLabel(pack, "disclosure-outcome", outcome)[lang]
          : t("handed", { day: fullDay(handedOn, lang) }),
    },
    {
      id: "open",
      head: t("examine"),
      headHidden: true,
      cell: ({ disclosure }) => <Link {...paths.disclosure(akt, disclosure)}>{t("examine")}</Link>,
    },
  ];
}

function NewRequest({ akt, answer }: { readonly akt: string; readonly answer: Answer }) {
  const t = useText(disclosureText);
  const navigate = useNavigate();
  const id = useId();
  const [made] = useState(() => crypto.randomUUID());
  const [matter, setMatter] = useState(answer.matters[0]?.matter ?? "");
  if (matter === "") return null;
  return (
    <section aria-labelledby={`${id}-title`} className="disclosure-new no-print">
      <h2 id={`${id}-title`}>{t("newOne")}</h2>
      {answer.matters.length > 1 ? (
        <p className="row">
          <label htmlFor={id}>{t("inMatter")}</label>
          <select id={id} value={matter} onChange={(event) => setMatter(event.target.value)}>
            {answer.matters.map((one) => (
              <option key={one.matter} value={one.matter}>
                {one.number ?? t("noNumber")}
              </option>
            ))}
          </select>
        </p>
      ) : null}
      <AnswerForm
        key={matter}
        akt={akt}
        matter={matter}
        document="disclosure-request"
        item={made}
        endpoint={endpoints.noteRequest}
        body={bodyFor({ akt, matter, disclosure: made })}
        today={answer.today}
        persons={answer.persons}
        verb={t("note")}
        onDone={() => void navigate(paths.disclosure(akt, made))}
      />
    </section>
  );
}
