import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useId, useState } from "react";
import type { readReview } from "../../../src/contract/log-review/read-review.ts";
import type { AnswerOf } from "../../api/client.ts";
import { endpoints } from "../../api/endpoints.ts";
import { reviewQuery } from "../../api/queries.ts";
import { useCommand } from "../../api/use-command.ts";
import { type Column, DataTable } from "../../components/data-table/data-table.tsx";
import { PersonLabel } from "../../components/person-label/person-label.tsx";
import { ProblemNote } from "../../components/problem-note/problem-note.tsx";
import { Tag } from "../../components/tag/tag.tsx";
import { useKeptWords } from "../../drafts/use-kept-words.ts";
import { paths } from "../../paths.ts";
import { useAddress } from "../../shell/use-address.ts";
import { dayOf, fullDay, timesInWords } from "../../text/dates.ts";
import { logReviewText } from "../../text/log-review.ts";
import { useLang, useText } from "../../text/text.ts";
import { Judge } from "./judge.tsx";
import "./log-review.css";

export type ReviewAnswer = AnswerOf<typeof readReview>;
export type Row = ReviewAnswer["rows"][number];

/** One check: each row judged, and then signed off. */
export function Page(): ReactNode {
  const { review } = useAddress();
  return <Review answer={useSuspenseQuery(reviewQuery(review)).data} />;
}

/** The page, from the answer of the server. */
export function Review({ answer }: { readonly answer: ReviewAnswer }) {
  const t = useText(logReviewText);
  const { lang } = useLang();
  const columns = useColumns(answer);
  const { review, rows } = answer;
  const left = rows.filter(({ verdict }) => verdict === null).length;
  return (
    <div className="log-review">
      <h1 tabIndex={-1}>
        {t("title")} {fullDay(review.from, lang)} – {fullDay(review.to, lang)}
      </h1>
      <p className="no-print">
        <Link {...paths.logReviews}>{t("back")}</Link>
      </p>
      <p>{t("drawn", { n: review.rows, of: review.sampledOf, seed: review.seed })}</p>
      {review.leftOut === 0 ? null : <p>{t("leftOut", { n: review.leftOut })}</p>}
      <p role="status">
        {review.signed === null
          ? t("left", { n: left })
          : `${t("signed")}: ${t("signedBy", { by: review.signed.by, at: fullDay(dayOf(review.signed.at), lang) })}. ${review.note ?? ""}`}
      </p>
      <button type="button" className="no-print" onClick={() => window.print()}>
        {t("print")}
      </button>
      <DataTable
        caption={t("caption")}
        captionHidden
        rows={rows}
        keyOf={({ row }) => String(row)}
        columns={columns}
      />
      {review.signed === null && left === 0 ? <Sign review={review.review} /> : null}
    </div>
  );
}

function Sign({ review }: { readonly review: string }) {
  const t = useText(logReviewText);
  const id = useId();
  const [note, setNote] = useKeptWords(`log-review ${review}`);
  const [asked, setAsked] = useState(false);
  const { state, send } = useCommand(endpoints.signReview);
  const lacks = asked && note.trim() === "";
  async function sign(): Promise<void> {
    setAsked(true);
    if (note.trim() === "") return;
    const done = await send((commandId) => ({ commandId, review, note }));
    if (done !== undefined) setNote("");
  }
  return (
    <form
      className="log-review-sign no-print"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void sign();
      }}
    >
      <h2>{t("sign")}</h2>
      <label htmlFor={id}>{t("signLead")}</label>
      <textarea
        lang="sv"
        spellCheck
        id={id}
        rows={4}
        maxLength={4000}
        autoComplete="off"
        value={note}
        aria-invalid={lacks}
        aria-describedby={`${id}-problem`}
        onChange={(event) => setNote(event.target.value)}
      />
      {lacks ? (
        <p id={`${id}-problem`} className="field-problem">
          {t("fill")}
        </p>
      ) : null}
      <ProblemNote state={state} />
      <button type="submit" className="primary" aria-disabled={state.sending}>
        {state.sending ? t("signing") : t("sign")}
      </button>
    </form>
  );
}

function useColumns({ review, verdicts }: ReviewAnswer): readonly Column<Row>[] {
  const t = useText(logReviewText);
  const { lang } = useLang();
  return [
    { id: "row", head: t("row"), number: true, cell: ({ row }) => row },
    {
      id: "day",
      head: t("day"),
      cell: ({ day, first, last }) => `${fullDay(day, lang)} ${timesInWords(first, last, lang)}`,
    },
    {
      id: "who",
      head: t("who"),
      names: true,
      cell: ({ name, unit }) => (unit === null ? name : `${name}, ${unit}`),
    },
    {
      id: "child",
      head: t("child"),
      cell: ({ child }) => (child === null ? t("noChild") : <PersonLabel person={child} />),
    },
    {
      id: "what",
      head: t("what"),
      cell: ({ did, what, times }) =>
        `${did.map((each) => each[lang]).join(", ")} (${times}): ${what.map((each) => each[lang]).join(", ")}`,
    },
    {
      id: "hints",
      head: t("hints"),
      cell: ({ hints }) =>
        hints.length === 0
          ? t("noHints")
          : hints.map((hint) => <Tag key={hint.id}>{hint[lang]}</Tag>),
    },
    {
      id: "verdict",
      head: t("verdict"),
      cell: (row) => {
        const words = verdicts.find(({ id }) => id === row.verdict)?.[lang] ?? t("unjudged");
        const said = row.note === null ? words : `${words}: ${row.note}`;
        if (review.signed !== null) return said;
        return (
          <>
            <span className="log-review-paper">{said}</span>
            <Judge
              key={`${row.row} ${row.verdict ?? ""}`}
              row={row}
              review={review.review}
              verdicts={verdicts}
            />
          </>
        );
      },
    },
  ];
}
