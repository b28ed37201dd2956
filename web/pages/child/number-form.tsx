import { useQuery } from "@tanstack/react-query";
import { useEffect, useId, useRef, useState } from "react";
import { call } from "../../api/client.ts";
import { endpoints } from "../../api/endpoints.ts";
import { useCommand, type CommandState } from "../../api/use-command.ts";
import { useKeptWords } from "../../drafts/use-kept-words.ts";
import { identityText } from "../../text/identity.ts";
import { useText } from "../../text/text.ts";
import type { PersonHit } from "../search/person-hits.tsx";
import { keyOfText } from "../search/key-of-text.ts";
import { EntryForm } from "./entry-form.tsx";
import { JoinForm } from "./join-form.tsx";
import { WhyField } from "./why-field.tsx";

const TAKEN = "person.number-taken";

/** The number a person got, or the right one for one that was wrong. Where it is another's, that one is shown. */
export function NumberForm({
  person,
  kind,
  onDone,
}: {
  readonly person: string;
  readonly kind: "mend" | "new";
  readonly onDone: () => void;
}) {
  const t = useText(identityText);
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [number, setNumber] = useState("");
  const [reason, setReason] = useKeptWords(`number ${person}`);
  const [same, setSame] = useState<PersonHit>();
  const mend = useCommand(endpoints.mendNumber);
  const change = useCommand(endpoints.changePerson);
  useEffect(() => field.current?.focus(), []);
  const wrong = kind === "mend";
  const state = wrong ? mend.state : change.state;
  async function send(): Promise<void> {
    const text = number.trim();
    const done = wrong
      ? await mend.send((commandId) => ({
          commandId,
          person,
          reason,
          ...(text === "" ? {} : { number: text }),
        }))
      : await change.send((commandId) => ({
          commandId,
          person,
          data: { identityNumber: text },
          relations: [],
        }));
    if (done !== undefined) leave();
  }
  function leave(): void {
    setReason("");
    onDone();
  }
  async function swap(swapWith: string): Promise<void> {
    const done = await mend.send((commandId) => ({ commandId, person, swapWith, reason }));
    if (done !== undefined) leave();
  }
  if (same !== undefined) return <JoinForm person={person} name="" other={same} onDone={onDone} />;
  return (
    <EntryForm
      title={t(wrong ? "mend" : "newNumber")}
      lead={t(wrong ? "mendLead" : "newLead")}
      state={state}
      onSend={send}
      onLeave={leave}
    >
      <label htmlFor={id}>{t(wrong ? "right" : "given")}</label>
      <p className="field-help" id={`${id}-help`}>
        {t(wrong ? "rightHelp" : "givenHelp")}
      </p>
      <input
        id={id}
        ref={field}
        type="text"
        autoComplete="off"
        spellCheck={false}
        aria-describedby={`${id}-help`}
        value={number}
        onChange={(event) => setNumber(event.target.value)}
      />
      {wrong ? <WhyField value={reason} onChange={setReason} first={false} /> : null}
      {isTaken(state) ? (
        <Taken number={number.trim()} wrong={wrong} onSame={setSame} onSwap={swap} />
      ) : null}
    </EntryForm>
  );
}

function isTaken({ problems }: CommandState): boolean {
  return problems.some((found) => found.id === TAKEN);
}

/** Whose the number is, as far as the one who asks may know, and the two things it can mean. */
function Taken({
  number,
  wrong,
  onSame,
  onSwap,
}: {
  readonly number: string;
  /** The number to mend was wrong from the beginning, so two may have got each other's. */
  readonly wrong: boolean;
  readonly onSame: (hit: PersonHit) => void;
  readonly onSwap: (person: string) => Promise<void>;
}) {
  const t = useText(identityText);
  const found = useQuery({
    queryKey: ["number-owner", keyOfText(number)],
    queryFn: () => call(endpoints.searchPersons, { body: { q: number } }),
    retry: false,
    gcTime: 0,
  });
  return (
    <div aria-live="polite">
      <p>{t("takenBy")}</p>
      {(found.data?.hits ?? []).map((hit) => (
        <p key={hit.person} className="row">
          <span>
            <strong>{hit.name}</strong> {hit.number}
          </span>
          <button type="button" onClick={() => onSame(hit)}>
            {t("same")}
          </button>
          {wrong ? (
            <button type="button" onClick={() => void onSwap(hit.person)}>
              {t("swap")}
            </button>
          ) : null}
        </p>
      ))}
    </div>
  );
}
