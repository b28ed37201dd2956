import type { ReactNode } from "react";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { meQuery, unitQuery } from "../../api/queries.ts";
import { ListMarks } from "../../components/person-label/list-marks.tsx";
import { ClockRow } from "../../components/clock-row/clock-row.tsx";
import { paths } from "../../paths.ts";
import { weekDay } from "../../text/dates.ts";
import { useLang, useText } from "../../text/text.ts";
import { unitText } from "../../text/unit.ts";
import { Allocation, allocateTitle, Receiving, receiveTitle } from "./allocation.tsx";
import { FillRates } from "./fill-rates.tsx";
import { First, Plan } from "./plan.tsx";
import { Reviews } from "./reviews.tsx";
import { MatterTable, ToDecide } from "./tables.tsx";
import "./unit.css";

/** So many times stand there before the others are asked for. */
const firstClocks = 30;

/** What waits for the manager first; then who has what, and what will be late. */
export function Page(): ReactNode {
  const t = useText(unitText);
  const { lang } = useLang();
  const unit = useSuspenseQuery(unitQuery).data;
  const { actions } = useSuspenseQuery(meQuery).data;
  const may = (action: string): boolean => actions.includes(action);
  const lists = [
    unit.unallocated,
    unit.toReceive,
    unit.toReview,
    unit.toDecide,
    unit.clocks,
    unit.matters,
  ];
  const labels = lists.flatMap((rows) => rows.map((row) => row.child));
  return (
    <ListMarks persons={labels}>
      <div className="unit-page">
        <div className="unit-head">
          <h1 tabIndex={-1}>{unit.unit?.name ?? t("title")}</h1>
          <p className="quiet">{weekDay(unit.today, lang)}</p>
        </div>
        <Summary
          receive={may("unit.allocate") ? unit.toReceive.length : 0}
          allocate={may("unit.allocate") ? unit.unallocated.length : 0}
          read={unit.toReview.length}
          decide={unit.toDecide.length}
        />
        {unit.toReceive.length === 0 || !may("unit.allocate") ? null : (
          <section className="unit-section" aria-labelledby={receiveTitle}>
            <h2 id={receiveTitle} tabIndex={-1}>
              {t("receive")}
            </h2>
            <Receiving unit={unit} />
          </section>
        )}
        {may("unit.allocate") ? (
          <section className="unit-section" aria-labelledby={allocateTitle}>
            <h2 id={allocateTitle} tabIndex={-1}>
              {t("allocate")}
            </h2>
            {unit.unallocated.length === 0 ? <p className="quiet">{t("allocateEmpty")}</p> : null}
            <Allocation unit={unit} />
          </section>
        ) : null}
        <section className="unit-section" aria-labelledby="unit-review">
          <h2 id="unit-review">{t("review")}</h2>
          {unit.toReview.length === 0 ? <p className="quiet">{t("reviewEmpty")}</p> : null}
          <Reviews rows={unit.toReview} />
        </section>
        <section className="unit-section" aria-labelledby="unit-decide">
          <h2 id="unit-decide">{t("decide")}</h2>
          {unit.toDecide.length === 0 ? <p className="quiet">{t("decideEmpty")}</p> : null}
          <ToDecide rows={unit.toDecide} />
        </section>
        <section className="unit-section" aria-labelledby="unit-clocks">
          <h2 id="unit-clocks">{t("clocks")}</h2>
          {unit.clocks.length === 0 ? <p className="quiet">{t("clocksEmpty")}</p> : null}
          <First rows={unit.clocks} most={firstClocks}>
            {(clocks) => (
              <ul className="clock-list">
                {clocks.map((clock) => (
                  <ClockRow key={`${clock.akt} ${clock.clock}`} clock={clock} />
                ))}
              </ul>
            )}
          </First>
          {unit.more > 0 ? <p className="quiet small">{t("more", { n: unit.more })}</p> : null}
        </section>
        <Plan />
        {may("followup.read") ? <FillRates /> : null}
        <section className="unit-section" aria-labelledby="unit-matters">
          <h2 id="unit-matters">{t("matters")}</h2>
          <p className="no-print">
            <Link {...paths.conference}>{t("conference")}</Link>
          </p>
          {unit.matters.length === 0 ? (
            <p className="quiet">{t("mattersEmpty")}</p>
          ) : (
            <MatterTable matters={unit.matters} />
          )}
        </section>
      </div>
    </ListMarks>
  );
}

/** What waits for the manager, in a sentence or three. */
function Summary({
  receive,
  allocate,
  read,
  decide,
}: {
  readonly receive: number;
  readonly allocate: number;
  readonly read: number;
  readonly decide: number;
}) {
  const t = useText(unitText);
  const parts = [
    receive === 0 ? "" : receive === 1 ? t("toReceiveOne") : t("toReceiveMany", { n: receive }),
    allocate === 0
      ? ""
      : allocate === 1
        ? t("toAllocateOne")
        : t("toAllocateMany", { n: allocate }),
    read === 0 ? "" : read === 1 ? t("toReadOne") : t("toReadMany", { n: read }),
    decide === 0 ? "" : decide === 1 ? t("toDecideOne") : t("toDecideMany", { n: decide }),
  ].filter((part) => part !== "");
  return <p className="unit-summary">{parts.length === 0 ? t("nothing") : parts.join(" ")}</p>;
}
