import type { ReactNode } from "react";
import { keepPreviousData, useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import type { myDay } from "../../../src/contract/views/my-day.ts";
import type { AnswerOf } from "../../api/client.ts";
import { meQuery, myDayQuery } from "../../api/queries.ts";
import { ClockRow } from "../../components/clock-row/clock-row.tsx";
import { ErrorNote } from "../../components/notice/error-note.tsx";
import { EmptyNote, Notice } from "../../components/notice/notice.tsx";
import { ListMarks } from "../../components/person-label/list-marks.tsx";
import { paths } from "../../paths.ts";
import { Loading } from "../../shell/error-view.tsx";
import { fullDay, weekDay } from "../../text/dates.ts";
import { glassText } from "../../text/glass.ts";
import { myDayText } from "../../text/my-day.ts";
import { useLang, useText } from "../../text/text.ts";
import { Drafts } from "./drafts.tsx";
import { ProtectionDue } from "./protection-due.tsx";
import { type DayFilter, Filters, type Scope, shows } from "./filters.tsx";
import "./my-day.css";

/** Few have one: it is fetched by those. */
const OpenedList = lazy(async () => {
  const { OpenedList: list } = await import("../../components/opened-list/opened-list.tsx");
  return { default: list };
});

export type MyDayAnswer = AnswerOf<typeof myDay>;
type Group = MyDayAnswer["groups"][number];

/** What is due, the most pressing first. */
export function Page(): ReactNode {
  const t = useText(myDayText);
  const { lang } = useLang();
  const me = useSuspenseQuery(meQuery).data;
  // Somebody who leads a unit has few matters of their own.
  const leads = me.unit !== null && me.actions.includes("unit.read");
  const [scope, setScope] = useState<Scope>(leads ? "unit" : "mine");
  const [filter, setFilter] = useState<DayFilter>("all");
  const [whole, setWhole] = useState(false);
  // A filter chooses among all, not among what happens to be shown.
  const show = whole || filter !== "all" ? "all" : "first";
  const day = useQuery({ ...myDayQuery(scope, show), placeholderData: keepPreviousData });
  return (
    <div className="my-day">
      <div className="my-day-head">
        <h1 tabIndex={-1}>{t("title")}</h1>
        <p className="my-day-date">{weekDay(day.data?.today ?? me.today, lang)}</p>
      </div>
      {day.error !== null && day.data === undefined ? <ErrorNote error={day.error} /> : null}
      {day.data === undefined ? (
        day.error === null ? (
          <Loading />
        ) : null
      ) : (
        <ListMarks persons={childrenOf(day.data)}>
          <Summary day={day.data} mayAllocate={me.actions.includes("unit.allocate")} />
          <Opened glass={day.data.glass} />
          <StandsIn day={day.data} />
          {me.opened ? (
            <Suspense fallback={<Loading />}>
              <OpenedList />
            </Suspense>
          ) : null}
          <Filters
            scope={scope}
            filter={filter}
            onScope={me.unit === null ? undefined : setScope}
            onFilter={setFilter}
          />
          <Groups
            day={day.data}
            filter={filter}
            scope={scope}
            onWhole={show === "all" ? undefined : () => setWhole(true)}
          />
          <ProtectionDue protection={day.data.protection} today={day.data.today} />
          <Drafts drafts={day.data.drafts} today={day.data.today} />
          {me.actions.includes("followup.gaps") ? (
            <p className="my-day-gaps no-print">
              <Link {...paths.gaps}>{t("gaps")}</Link>
            </p>
          ) : null}
        </ListMarks>
      )}
    </div>
  );
}

/** Everybody the page names, so that no two of them have the same mark. */
function childrenOf({ groups, drafts, protection }: MyDayAnswer) {
  return [
    ...groups.flatMap(({ clocks }) => clocks.map((clock) => clock.child)),
    ...drafts.flatMap((draft) => draft.child ?? []),
    ...protection.map(({ person }) => person),
  ];
}

/** The day in a sentence or two: how many are late, how many are due today. */
function Summary({
  day,
  mayAllocate,
}: {
  readonly day: MyDayAnswer;
  readonly mayAllocate: boolean;
}) {
  const t = useText(myDayText);
  const { late, dueToday: today } = day;
  return (
    <p className="my-day-summary">
      {late === 0 && today === 0 ? t("calm") : null}
      {late === 0 ? null : (
        <strong>{late === 1 ? t("lateOne") : t("lateMany", { n: late })}</strong>
      )}{" "}
      {today === 0 ? null : today === 1 ? t("todayOne") : t("todayMany", { n: today })}{" "}
      {day.unassigned > 0 && mayAllocate ? (
        <>
          {day.unassigned === 1 ? t("unassignedOne") : t("unassignedMany", { n: day.unassigned })}{" "}
          <Link {...paths.unit}>{t("allocate")}</Link>
        </>
      ) : null}
    </p>
  );
}

/** What was opened in an emergency waits to be followed up. */
function Opened({ glass }: { readonly glass: MyDayAnswer["glass"] }) {
  const t = useText(glassText);
  if (glass === null || glass.waiting === 0) return null;
  const { waiting, late } = glass;
  return (
    <Notice tone="warn">
      {waiting === 1 ? t("one") : t("many", { n: waiting })}{" "}
      {late === 0 ? null : <strong>{t("lateMany", { n: late })}</strong>}{" "}
      <Link {...paths.glass}>{t("follow")}</Link>
    </Notice>
  );
}

/** For whom one stands in today, and which functions one has: their rows are marked. */
function StandsIn({ day: { standsIn } }: { readonly day: MyDayAnswer }) {
  const t = useText(myDayText);
  const { lang } = useLang();
  const { staff, duties } = standsIn;
  if (staff.length === 0 && duties.length === 0) return null;
  return (
    <ul className="my-day-stands-in">
      {staff.map(({ name, until }) => (
        <li key={name}>{t("standsInFor", { name, day: fullDay(until, lang) })}</li>
      ))}
      {duties.map((duty) => (
        <li key={`${duty.function.id} ${duty.unit}`}>
          {t("hasDuty", {
            duty: duty.function[lang],
            unit: duty.unit,
            day: fullDay(duty.until, lang),
          })}
        </li>
      ))}
    </ul>
  );
}

function Groups({
  day,
  filter,
  scope,
  onWhole,
}: {
  readonly day: MyDayAnswer;
  readonly filter: DayFilter;
  readonly scope: Scope;
  /** Undefined when all that can be shown is. */
  readonly onWhole: (() => void) | undefined;
}) {
  const t = useText(myDayText);
  const all = day.groups.flatMap((group) => group.clocks);
  const shown = day.groups
    .map((group) => ({ ...group, clocks: group.clocks.filter((clock) => shows(filter, clock)) }))
    .filter((group) => group.clocks.length > 0 || (filter === "all" && group.more > 0));
  if (all.length === 0) {
    return (
      <EmptyNote
        title={t("emptyTitle")}
        action={
          <Link className="button primary" {...paths.receive}>
            {t("begin")}
          </Link>
        }
      >
        {t(scope === "unit" ? "emptyUnit" : "empty")}
      </EmptyNote>
    );
  }
  return (
    <>
      {shown.length === 0 ? <p className="quiet">{t("emptyFilter")}</p> : null}
      {shown.map((group) => (
        <DayGroup key={group.id} group={group} withMore={filter === "all"} onWhole={onWhole} />
      ))}
      <p className="my-day-hint small quiet no-print">{t("keysHint")}</p>
    </>
  );
}

function DayGroup({
  group,
  withMore,
  onWhole,
}: {
  readonly group: Group;
  readonly withMore: boolean;
  readonly onWhole: (() => void) | undefined;
}) {
  const t = useText(myDayText);
  const title = `day-${group.id}`;
  return (
    <section className="day-group" aria-labelledby={title}>
      <h2 id={title}>
        {t(group.id)} <span className="count">{group.clocks.length + group.more}</span>
      </h2>
      <ul className="clock-list">
        {group.clocks.map((clock) => (
          <ClockRow key={`${clock.akt} ${clock.clock}`} clock={clock} />
        ))}
      </ul>
      {withMore && group.more > 0 ? (
        onWhole === undefined ? (
          <p className="quiet small">{t("more", { n: group.more })}</p>
        ) : (
          <button type="button" className="word" onClick={onWhole}>
            {t("showMore", { n: group.more })}
          </button>
        )
      ) : null}
    </section>
  );
}
