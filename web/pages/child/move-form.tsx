import { useQuery } from "@tanstack/react-query";
import { useEffect, useId, useRef, useState } from "react";
import { endpoints } from "../../api/endpoints.ts";
import { childQuery, type MatterAnswer } from "../../api/queries.ts";
import { useCommand } from "../../api/use-command.ts";
import { ErrorNote } from "../../components/notice/error-note.tsx";
import { useKeptWords } from "../../drafts/use-kept-words.ts";
import { recordText } from "../../text/record.ts";
import { useText } from "../../text/text.ts";
import { PersonHits, type PersonHit } from "../search/person-hits.tsx";
import type { EntryActionProps } from "./entry-actions.tsx";
import { EntryForm } from "./entry-form.tsx";
import { useMatterName } from "./use-matter-name.ts";

/** What may begin a matter, and the akt of a child. */
const BEGINS: readonly string[] = ["report.received", "application.received"];

/** Which child the line belongs to, in which matter, and why it is moved. */
export function MoveForm({ akt, matter, entry, onDone }: EntryActionProps) {
  const t = useText(recordText);
  const id = useId();
  const [child, setChild] = useState<PersonHit>();
  const [chosen, setChosen] = useState("");
  const [reason, setReason] = useKeptWords(`move ${akt} ${entry.seq}`);
  const { state, send } = useCommand(endpoints.moveEntry);
  const matters = useMatters(child?.akt ?? undefined);
  // A report may begin a matter of its own; everything else belongs to one there is.
  const [own] = useState(() => (BEGINS.includes(entry.type) ? crypto.randomUUID() : undefined));
  const to = chosen === "" ? (matters.running ?? own ?? matters.first) : chosen;
  async function move(): Promise<void> {
    if (child === undefined || to === undefined) return;
    const { akt: theirs, person } = child;
    if (theirs === null && own === undefined) return;
    const there = theirs === null ? { person, matter: to } : { akt: theirs, matter: to };
    const done = await send((commandId) => ({
      commandId,
      akt,
      matter,
      entry: entry.seq,
      reason: reason.trim(),
      to: there,
    }));
    if (done !== undefined) leave();
  }
  function leave(): void {
    setReason("");
    onDone();
  }
  return (
    <EntryForm
      title={t("move")}
      lead={[
        t("moveLead"),
        ...(own === undefined ? [] : [t("moveReport")]),
        t("moveChildIsOther"),
      ].join(" ")}
      state={state}
      onSend={move}
      onLeave={leave}
    >
      {child === undefined ? (
        <Finding onChoose={setChild} />
      ) : (
        <>
          <p>
            <strong>{child.name}</strong>{" "}
            <button
              type="button"
              className="plain"
              onClick={() => {
                setChild(undefined);
                setChosen("");
              }}
            >
              {t("otherChild")}
            </button>
          </p>
          {child.akt === null ? (
            <p className={own === undefined ? "missing" : "quiet"}>
              {t(own === undefined ? "noAkt" : "aktBegins")}
            </p>
          ) : null}
          {matters.error === null || own !== undefined ? null : <ErrorNote error={matters.error} />}
          {child.akt === null ? null : (
            <MatterChoice
              id={`${id}-to`}
              matters={matters.all}
              own={own}
              value={to}
              onChange={setChosen}
            />
          )}
          <label htmlFor={`${id}-why`}>{t("whyMoved")}</label>
          <p className="field-help" id={`${id}-why-help`}>
            {t("whyMovedHelp")}
          </p>
          <textarea
            id={`${id}-why`}
            aria-describedby={`${id}-why-help`}
            lang="sv"
            spellCheck
            rows={2}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </>
      )}
    </EntryForm>
  );
}

/** The matters of the other child that the reader works with, those that run first. */
function useMatters(akt: string | undefined) {
  const found = useQuery({ ...childQuery(akt ?? ""), enabled: akt !== undefined, retry: false });
  const all = akt === undefined ? [] : (found.data?.matters ?? []);
  const running = all.find(({ closedOn }) => closedOn === null);
  return {
    all,
    running: running?.matter,
    first: (running ?? all[0])?.matter,
    error: found.error,
  };
}

function MatterChoice({
  id,
  matters,
  own,
  value,
  onChange,
}: {
  readonly id: string;
  readonly matters: readonly MatterAnswer[];
  /** The id of a new matter, where it may begin one. */
  readonly own: string | undefined;
  readonly value: string | undefined;
  readonly onChange: (matter: string) => void;
}) {
  const t = useText(recordText);
  const nameOf = useMatterName();
  if (matters.length === 0 && own === undefined) return null;
  return (
    <>
      <label htmlFor={id}>{t("belongsToMatter")}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        {matters.map((matter) => (
          <option key={matter.matter} value={matter.matter}>
            {nameOf(matter)}
          </option>
        ))}
        {own === undefined ? null : <option value={own}>{t("newMatter")}</option>}
      </select>
    </>
  );
}

function Finding({ onChoose }: { readonly onChoose: (hit: PersonHit) => void }) {
  const t = useText(recordText);
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState("");
  useEffect(() => field.current?.focus(), []);
  return (
    <>
      <label htmlFor={id}>{t("belongsTo")}</label>
      <p className="field-help" id={`${id}-help`}>
        {t("belongsToHelp")}
      </p>
      <input
        id={id}
        ref={field}
        type="text"
        autoComplete="off"
        spellCheck={false}
        aria-describedby={`${id}-help`}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <PersonHits typed={typed} without={[]} onChoose={onChoose} />
    </>
  );
}
