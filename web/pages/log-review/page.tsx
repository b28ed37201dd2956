import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { type ReactNode, useId, useState } from "react";
import type { listReviews } from "../../../src/contract/log-review/list-reviews.ts";
import type { AnswerOf } from "../../api/client.ts";
import { endpoints } from "../../api/endpoints.ts";
import { reviewsQuery } from "../../api/queries.ts";
import { useCommand } from "../../api/use-command.ts";
import { type Column, DataTable } from "../../components/data-table/data-table.tsx";
import { EmptyNote } from "../../components/notice/notice.tsx";
import { ProblemNote } from "../../components/problem-note/problem-note.tsx";
import { Tag } from "../../components/tag/tag.tsx";
import { paths } from "../../paths.ts";
import { dayOf, fullDay } from "../../text/dates.ts";
import { howOften, logReviewText } from "../../text/log-review.ts";
import { useLang, useText } from "../../text/text.ts";
import { LogSettings } from "./settings.tsx";
import "./log-review.css";

type Answer = AnswerOf<typeof listReviews>;
export type Review = Answer["reviews"][number];

/** The checks of the access log: the next one, and those that were made. */
export function Page(): ReactNode {
  const t = useText(logReviewText);
  const { lang } = useLang();
  const answer = useSuspenseQuery(reviewsQuery()).data;
  const columns = useColumns();
  const { law, months, next, reviews } = answer;
  const open = reviews.find(({ signed }) => signed === null);
  return (
    <div className="log-review">
      <h1 tabIndex={-1}>{t("title")}</h1>
      <p className="quiet">{t("lead", { law: law[lang] })}</p>
      {open === undefined ? (
        <>
          <p>
            {t("nextBy", {
              day: fullDay(next.by, lang),
              often: t(howOften(months), { n: months }),
            })}{" "}
            {next.late ? <Tag>{t("late")}</Tag> : null}
          </p>
          <Start answer={answer} />
        </>
      ) : (
        <Link className="button primary" {...paths.logReview(open.review)}>
          {t("goOn", { from: fullDay(open.from, lang), to: fullDay(open.to, lang) })}
        </Link>
      )}
      <h2>{t("earlier")}</h2>
      {reviews.length === 0 ? (
        <EmptyNote title={t("none")}>{t("noneHelp")}</EmptyNote>
      ) : (
        <DataTable
          caption={t("earlier")}
          captionHidden
          rows={reviews}
          keyOf={({ review }) => review}
          columns={columns}
        />
      )}
      <LogSettings answer={answer} />
    </div>
  );
}

function Start({ answer: { next } }: { readonly answer: Answer }) {
  const t = useText(logReviewText);
  const id = useId();
  const navigate = useNavigate();
  const [from, setFrom] = useState<string>(next.from);
  const [to, setTo] = useState<string>(next.to);
  const { state, send } = useCommand(endpoints.startReview);
  async function start(): Promise<void> {
    const done = await send((commandId) => ({ commandId, review: commandId, from, to }));
    if (done !== undefined) await navigate(paths.logReview(done.review));
  }
  return (
    <form
      className="work-form no-print"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void start();
      }}
    >
      {(
        [
          ["from", from, setFrom],
          ["to", to, setTo],
        ] as const
      ).map(([name, value, set]) => (
        <div key={name} className="work-field">
          <label htmlFor={`${id}-${name}`}>{t(name)}</label>
          <input
            id={`${id}-${name}`}
            type="date"
            value={value}
            onChange={(event) => set(event.target.value)}
          />
        </div>
      ))}
      <button type="submit" className="primary" aria-disabled={state.sending}>
        {state.sending ? t("starting") : t("start")}
      </button>
      <ProblemNote state={state} />
    </form>
  );
}

function useColumns(): readonly Column<Review>[] {
  const t = useText(logReviewText);
  const { lang } = useLang();
  return [
    {
      id: "period",
      head: t("period"),
      names: true,
      cell: ({ from, to, review }) => (
        <Link {...paths.logReview(review)}>
          {fullDay(from, lang)} – {fullDay(to, lang)}
        </Link>
      ),
    },
    {
      id: "signed",
      head: t("signed"),
      cell: ({ signed }) =>
        signed === null
          ? t("notSigned")
          : t("signedBy", { by: signed.by, at: fullDay(dayOf(signed.at), lang) }),
    },
    { id: "rows", head: t("rows"), number: true, cell: ({ rows }) => rows },
    { id: "expected", head: t("expected"), number: true, cell: ({ expected }) => expected },
    { id: "asked", head: t("asked"), number: true, cell: ({ asked }) => asked },
    {
      id: "unauthorised",
      head: t("unauthorised"),
      number: true,
      cell: ({ unauthorised }) => unauthorised,
    },
    { id: "note", head: t("note"), cell: ({ note }) => note ?? "" },
  ];
}
