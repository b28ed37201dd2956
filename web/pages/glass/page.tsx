import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { listGlass } from "../../../src/contract/glass/list-glass.ts";
import type { AnswerOf } from "../../api/client.ts";
import { glassQuery } from "../../api/queries.ts";
import { EmptyNote } from "../../components/notice/notice.tsx";
import { ListMarks } from "../../components/person-label/list-marks.tsx";
import { PersonLabel } from "../../components/person-label/person-label.tsx";
import { Tag } from "../../components/tag/tag.tsx";
import { paths } from "../../paths.ts";
import { fullDay } from "../../text/dates.ts";
import { glassText } from "../../text/glass.ts";
import { useLang, useText } from "../../text/text.ts";
import { ReviewForm } from "./review-form.tsx";
import "./glass.css";

export type GlassAnswer = AnswerOf<typeof listGlass>;
export type Opening = GlassAnswer["openings"][number];

/** What was opened in an emergency: to follow up, and what that showed. */
export function Page(): ReactNode {
  return <Glass answer={useSuspenseQuery(glassQuery()).data} />;
}

/** The page, from the answer of the server. */
export function Glass({ answer }: { readonly answer: GlassAnswer }) {
  const t = useText(glassText);
  const { lang } = useLang();
  const waiting = answer.openings.filter(({ review }) => review === null);
  const done = answer.openings.filter(({ review }) => review !== null);
  return (
    <ListMarks persons={answer.openings.map(({ child }) => child)}>
      <div className="glass">
        <h1 tabIndex={-1}>{t("title")}</h1>
        <p className="quiet">{t("listLead", { law: answer.law[lang] })}</p>
        <h2>{t("waiting")}</h2>
        {waiting.length === 0 ? (
          <EmptyNote title={t("nothing")}>{t("nothingHelp")}</EmptyNote>
        ) : (
          <Lines openings={waiting} answer={answer} />
        )}
        {done.length === 0 ? null : (
          <>
            <h2>{t("done")}</h2>
            <Lines openings={done} answer={answer} />
          </>
        )}
      </div>
    </ListMarks>
  );
}

function Lines({
  openings,
  answer,
}: {
  readonly openings: readonly Opening[];
  readonly answer: GlassAnswer;
}) {
  return (
    <ul>
      {openings.map((opening) => (
        <Line key={opening.opening} opening={opening} answer={answer} />
      ))}
    </ul>
  );
}

function Line({ opening, answer }: { readonly opening: Opening; readonly answer: GlassAnswer }) {
  const t = useText(glassText);
  const { lang } = useLang();
  const { by, unit, child, looks, review } = opening;
  const moment = (local: string) => `${fullDay(local.slice(0, 10), lang)} ${local.slice(11)}`;
  const found = answer.outcomes.find(({ id }) => id === review?.outcome);
  return (
    <li className="glass-line">
      <p>
        <PersonLabel person={child} />
      </p>
      <p>
        {t("opened", {
          by: unit === null ? by.name : `${by.name}, ${unit}`,
          when: moment(opening.openedAt),
          until: opening.until.slice(11),
        })}
        . {looks === 0 ? t("looksNone") : t("looks", { n: looks })}{" "}
        <Link className="no-print" {...paths.accesses(opening.akt)}>
          {t("who")}
        </Link>
      </p>
      <p>
        <strong>{opening.kind[lang]}</strong>
      </p>
      <blockquote>{opening.reason}</blockquote>
      {review === null ? (
        <>
          <p>
            {t("followUpBy", { day: fullDay(opening.followUpBy, lang) })}{" "}
            {opening.late ? <Tag>{t("late")}</Tag> : null}
          </p>
          {opening.mine ? (
            <p className="quiet">{t("mine")}</p>
          ) : (
            <ReviewForm opening={opening} outcomes={answer.outcomes} />
          )}
        </>
      ) : (
        <>
          <p>
            {t("found", {
              outcome: found?.[lang] ?? review.outcome,
              by: review.by.name,
              when: moment(review.at),
            })}
          </p>
          <blockquote>{review.note}</blockquote>
        </>
      )}
    </li>
  );
}
