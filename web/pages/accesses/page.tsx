import { useSuspenseQuery } from "@tanstack/react-query";
import { type ReactNode, useId, useState } from "react";
import type { accesses } from "../../../src/contract/views/accesses.ts";
import type { AnswerOf } from "../../api/client.ts";
import { accessesQuery } from "../../api/queries.ts";
import { type Column, DataTable } from "../../components/data-table/data-table.tsx";
import { EmptyNote } from "../../components/notice/notice.tsx";
import { Tag } from "../../components/tag/tag.tsx";
import { useAddress } from "../../shell/use-address.ts";
import { accessesText } from "../../text/accesses.ts";
import { fullDay, timesInWords } from "../../text/dates.ts";
import { useLang, useText } from "../../text/text.ts";
import { Extract } from "./extract.tsx";
import "./accesses.css";

type Answer = AnswerOf<typeof accesses>;
type Line = Answer["lines"][number];

const ASK = "ask";

/** Who has looked at an akt or written in it, for the manager of its unit. */
export function Page(): ReactNode {
  const { akt } = useAddress();
  const answer = useSuspenseQuery(accessesQuery(akt)).data;
  return (
    <>
      <Accesses answer={answer} />
      <Extract akt={akt} today={answer.today} />
    </>
  );
}

/** The page, from the answer of the server. */
export function Accesses({ answer }: { readonly answer: Answer }) {
  const t = useText(accessesText);
  const { lang } = useLang();
  const [shown, setShown] = useState("");
  const columns = useColumns();
  const { cut, law, lines } = answer;
  const visible = lines.filter(
    ({ staff, hints }) => shown === "" || (shown === ASK ? hints.length > 0 : staff === shown),
  );
  return (
    <div className="accesses">
      <h1 tabIndex={-1}>{t("title")}</h1>
      <p className="quiet">{t("lead", { law: law[lang] })}</p>
      <Choice lines={lines} shown={shown} choose={setShown} />
      {visible.length === 0 ? (
        <EmptyNote title={t("nothing")}>{t("nothingHelp")}</EmptyNote>
      ) : (
        <DataTable
          caption={t("caption")}
          captionHidden
          rows={visible}
          keyOf={({ staff, day, kind }) => `${staff} ${day} ${kind}`}
          columns={columns}
        />
      )}
      <p className="quiet">{t("askHelp")}</p>
      {cut ? <p>{t("cut")}</p> : null}
    </div>
  );
}

function Choice({
  lines,
  shown,
  choose,
}: {
  readonly lines: readonly Line[];
  readonly shown: string;
  readonly choose: (shown: string) => void;
}) {
  const t = useText(accessesText);
  const id = useId();
  const names = new Map(lines.map(({ staff, name }) => [staff, name]));
  return (
    <div className="row no-print">
      <label htmlFor={id}>{t("show")}</label>
      <select id={id} value={shown} onChange={(event) => choose(event.target.value)}>
        <option value="">{t("all", { n: lines.length })}</option>
        <option value={ASK}>
          {t("toAsk", { n: lines.filter(({ hints }) => hints.length > 0).length })}
        </option>
        {[...names]
          .toSorted(([, one], [, other]) => one.localeCompare(other, "sv"))
          .map(([staff, name]) => (
            <option key={staff} value={staff}>
              {t("only", { name })}
            </option>
          ))}
      </select>
      <button type="button" onClick={() => window.print()}>
        {t("print")}
      </button>
    </div>
  );
}

function useColumns(): readonly Column<Line>[] {
  const t = useText(accessesText);
  const { lang } = useLang();
  return [
    { id: "day", head: t("day"), cell: ({ day }) => fullDay(day, lang) },
    {
      id: "who",
      head: t("who"),
      names: true,
      cell: ({ name, unit }) => (unit === null ? name : `${name}, ${unit}`),
    },
    { id: "relation", head: t("relation"), cell: ({ relation }) => t(relation) },
    {
      id: "what",
      head: t("what"),
      cell: ({ did, what }) =>
        what.length === 0
          ? did[lang]
          : `${did[lang]}: ${what.map((words) => words[lang]).join(", ")}`,
    },
    {
      id: "time",
      head: t("time"),
      cell: ({ first, last }) => timesInWords(first, last, lang),
    },
    { id: "times", head: t("times"), number: true, cell: ({ times }) => times },
    {
      id: "ask",
      head: t("ask"),
      cell: ({ hints }) => hints.map((hint) => <Tag key={hint}>{t(hint)}</Tag>),
    },
  ];
}
