import { useSuspenseQuery } from "@tanstack/react-query";
import { type ReactNode, useId, useMemo, useState } from "react";
import { daysOfChange } from "../../../src/domain/person/network.ts";
import { networkQuery } from "../../api/queries.ts";
import { useAddress } from "../../shell/use-address.ts";
import { fullDay } from "../../text/dates.ts";
import { networkText } from "../../text/network.ts";
import { useLang, useText } from "../../text/text.ts";
import { PersonPanel } from "../child/person-panel.tsx";
import { EndRelation, type Ending } from "./end-form.tsx";
import { NetworkMap } from "./map.tsx";
import { factOf, type Member, type Network, networkModel } from "./model.ts";
import { NetworkList } from "./network-list.tsx";
import { AddRelation } from "./relation-form.tsx";
import "./network.css";

const dayShape = /^\d{4}-\d{2}-\d{2}$/u;

/** The child's family and network on a chosen day: drawn, and as a list with the same content. */
export function Page(): ReactNode {
  const t = useText(networkText);
  const { lang } = useLang();
  const { akt } = useAddress();
  const answer = useSuspenseQuery(networkQuery(akt)).data;
  const [typed, setTyped] = useState(answer.today);
  const [shown, setShown] = useState<Member>();
  const [adding, setAdding] = useState(false);
  const [ending, setEnding] = useState<Ending>();
  const day = dayShape.test(typed) ? typed : answer.today;
  const model = useMemo(() => networkModel(answer, day, { t, lang }), [answer, day, t, lang]);
  function open(member: Member): void {
    setEnding(undefined);
    if (member.person !== undefined) setShown(member);
  }
  return (
    <div className="network-page">
      <div className="network-head">
        <div>
          <h1 tabIndex={-1}>{t("title")}</h1>
          <p className="quiet" role="status">
            {t("lead", { day: fullDay(day, lang) })}
          </p>
        </div>
        <div className="row no-print">
          <button type="button" onClick={() => setAdding(true)}>
            {t("add")}
          </button>
          <button type="button" onClick={() => window.print()}>
            {t("print")}
          </button>
        </div>
      </div>
      {adding ? <AddRelation answer={answer} onDone={() => setAdding(false)} /> : null}
      <DayChoice answer={answer} value={typed} day={day} onChange={setTyped} />
      <div className="network-both">
        <section aria-labelledby="network-map">
          <h2 id="network-map" className="visually-hidden">
            {t("mapTitle")}
          </h2>
          <NetworkMap model={model} onOpen={open} />
        </section>
        <section aria-labelledby="network-list">
          <h2 id="network-list">{t("list")}</h2>
          <NetworkList
            answer={answer}
            model={model}
            onOpen={open}
            onEnd={(member, relations) => {
              setShown(undefined);
              setEnding({ member, relations });
            }}
          />
        </section>
      </div>
      {shown?.person === undefined ? null : (
        <PersonPanel
          key={shown.id}
          akt={akt}
          person={shown.id}
          name={shown.name}
          onClose={() => setShown(undefined)}
        />
      )}
      {ending === undefined ? null : (
        <EndRelation
          key={ending.member.id}
          ending={ending}
          today={answer.today}
          onDone={() => setEnding(undefined)}
        />
      )}
    </div>
  );
}

interface DayProps {
  readonly answer: Network;
  readonly value: string;
  readonly day: string;
  readonly onChange: (day: string) => void;
}

/** Any day, or by a slider the days on which something changed. */
function DayChoice({ answer, value, day, onChange }: DayProps) {
  const t = useText(networkText);
  const { lang } = useLang();
  const id = useId();
  const stops = useMemo(() => {
    const days = daysOfChange(answer.relations.map(factOf));
    return [...new Set([...days, answer.today])].toSorted((a, b) => (a < b ? -1 : 1));
  }, [answer]);
  const at = Math.max(
    stops.findLastIndex((stop) => stop <= day),
    0,
  );
  return (
    <div className="network-day no-print">
      <div className="field">
        <label htmlFor={id}>{t("day")}</label>
        <input
          id={id}
          type="date"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      </div>
      {stops.length < 2 ? null : (
        <div className="field">
          <label htmlFor={`${id}-slide`}>{t("slide")}</label>
          <input
            id={`${id}-slide`}
            type="range"
            min={0}
            max={stops.length - 1}
            value={at}
            aria-valuetext={fullDay(stops[at] ?? day, lang)}
            onChange={(event) => onChange(stops[Number(event.target.value)] ?? answer.today)}
          />
        </div>
      )}
      {day === answer.today && value === day ? null : (
        <button type="button" className="plain" onClick={() => onChange(answer.today)}>
          {t("today")}
        </button>
      )}
    </div>
  );
}
