import { keepPreviousData, useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import type { readRetention } from "../../../src/contract/retention/read-retention.ts";
import type { AnswerOf } from "../../api/client.ts";
import { endpoints } from "../../api/endpoints.ts";
import { retentionQuery, type RetentionPlace } from "../../api/retention-queries.ts";
import { useCommand } from "../../api/use-command.ts";
import { DataTable } from "../../components/data-table/data-table.tsx";
import { Notice } from "../../components/notice/notice.tsx";
import { ProblemNote } from "../../components/problem-note/problem-note.tsx";
import { paths } from "../../paths.ts";
import { fullDay } from "../../text/dates.ts";
import { retentionText } from "../../text/retention.ts";
import { useLang, useText } from "../../text/text.ts";
import { Holds } from "./holds.tsx";
import { MatterNumber } from "./matter-number.tsx";
import { Municipality } from "./municipality.tsx";
import { Pager, type PagerProps } from "./pager.tsx";
import { RunNow } from "./run-now.tsx";
import "./retention.css";

export type RetentionAnswer = AnswerOf<typeof readRetention>;
/** Which page of its list is shown, and how to go to another. */
export type Paging = Pick<PagerProps, "page" | "onPage">;

/** What is to be destroyed, what is held back, and what two persons have agreed on. Numbers of matters only. */
export function Page(): ReactNode {
  const t = useText(retentionText);
  const [places, setPlaces] = useState<readonly RetentionPlace[]>([]);
  const place = places.at(-1);
  const first = useSuspenseQuery(retentionQuery()).data;
  const later = useQuery({
    ...retentionQuery(place),
    enabled: place !== undefined,
    placeholderData: keepPreviousData,
  }).data;
  const answer = place === undefined ? first : (later ?? first);
  const paging = {
    page: places.length,
    onPage: (to: RetentionPlace | undefined) =>
      setPlaces(to === undefined ? places.slice(0, -1) : [...places, to]),
  };
  return (
    <div className="retention-page">
      <h1 tabIndex={-1}>{t("title")}</h1>
      <p>{t("lead")}</p>
      {answer.setBack ? (
        <Notice tone="warn" role="alert">
          <p>{t("setBack")}</p>
        </Notice>
      ) : null}
      {answer.complete ? null : <p role="status">{t("incomplete")}</p>}
      <Municipality answer={answer} />
      {answer.run === null ? (
        <Due answer={answer} {...paging} />
      ) : (
        <RunNow answer={answer} run={answer.run} {...paging} />
      )}
      <Holds holds={answer.holds} />
      <All groups={answer.groups} />
      <Past runs={answer.past} />
    </div>
  );
}

function Due({ answer, page, onPage }: { readonly answer: RetentionAnswer } & Paging) {
  const t = useText(retentionText);
  const { lang } = useLang();
  const { state, send } = useCommand(endpoints.proposeRun);
  const rows = answer.rows.reduce((sum, each) => sum + each.rows, 0);
  const nothing = answer.dueCount === 0 && rows === 0;
  const day = (value: string | null) => (value === null ? "–" : fullDay(value, lang));
  return (
    <section aria-labelledby="retention-due">
      <h2 id="retention-due">{t("due")}</h2>
      <p>{nothing ? t("dueNone") : t("dueCount", { count: answer.dueCount, rows })}</p>
      {answer.due.length === 0 ? null : (
        <DataTable
          caption={t("matters")}
          columns={[
            {
              id: "number",
              head: t("number"),
              names: true,
              cell: (row) => <MatterNumber {...row} />,
            },
            {
              id: "rule",
              head: t("rule"),
              cell: (row) => `${row.rule.name[lang]}, ${row.rule.section}`,
            },
            { id: "earliest", head: t("earliest"), cell: (row) => day(row.earliest) },
            { id: "latest", head: t("latest"), cell: (row) => day(row.latest) },
          ]}
          rows={answer.due}
          keyOf={(row) => row.matter}
        />
      )}
      <Pager
        page={page}
        shown={answer.due.length}
        total={answer.dueCount}
        next={answer.next ?? undefined}
        onPage={onPage}
      />
      {answer.held.length === 0 ? null : (
        <p>{t("dueHeld", { numbers: answer.held.map((each) => each.number ?? "").join(", ") })}</p>
      )}
      {answer.rows.length === 0 ? null : (
        <DataTable
          caption={t("rowsTitle")}
          columns={[
            { id: "kind", head: t("kind"), names: true, cell: (row) => row.kind[lang] },
            { id: "year", head: t("year"), cell: (row) => row.year },
            { id: "rows", head: t("rows"), number: true, cell: (row) => row.rows },
          ]}
          rows={answer.rows}
          keyOf={(row) => `${row.kind.id} ${row.year}`}
        />
      )}
      {nothing ? null : (
        <p className="no-print">
          <button
            type="button"
            className="primary"
            aria-disabled={state.sending}
            onClick={() => void send((run) => ({ run }))}
          >
            {t("propose")}
          </button>
        </p>
      )}
      <ProblemNote state={state} />
    </section>
  );
}

const standings = {
  due: "standingDue",
  later: "standingLater",
  open: "standingOpen",
  unknown: "standingUnknown",
  kept: "standingKept",
} as const;

function All({ groups }: Pick<RetentionAnswer, "groups">) {
  const t = useText(retentionText);
  const { lang } = useLang();
  return (
    <section aria-labelledby="retention-all">
      <h2 id="retention-all">{t("all")}</h2>
      <DataTable
        caption={t("all")}
        captionHidden
        columns={[
          {
            id: "rule",
            head: t("rule"),
            names: true,
            cell: (row) => `${row.rule.name[lang]}, ${row.rule.section}`,
          },
          { id: "standing", head: t("standing"), cell: (row) => t(standings[row.standing]) },
          { id: "matters", head: t("matters"), number: true, cell: (row) => row.matters },
        ]}
        rows={groups}
        keyOf={(row) => `${row.rule.id} ${row.standing}`}
      />
    </section>
  );
}

function Past({ runs }: { readonly runs: RetentionAnswer["past"] }) {
  const t = useText(retentionText);
  const { lang } = useLang();
  return (
    <section aria-labelledby="retention-past">
      <h2 id="retention-past">{t("past")}</h2>
      {runs.length === 0 ? <p className="quiet">{t("pastNone")}</p> : null}
      <ul className="work-list">
        {runs.map(({ run, finishedOn, asOf }) => (
          <li key={run}>
            {finishedOn === null ? (
              `${t("withdrawn")} ${fullDay(asOf, lang)}`
            ) : (
              <Link {...paths.retentionProtocol(run)}>
                {t("protocolOf", { day: fullDay(finishedOn, lang) })}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
