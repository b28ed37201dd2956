import { useEffect, useId, useRef, useState } from "react";
import { endpoints } from "../../api/endpoints.ts";
import { useCommand } from "../../api/use-command.ts";
import { useKeptWords } from "../../drafts/use-kept-words.ts";
import { identityText } from "../../text/identity.ts";
import { useText } from "../../text/text.ts";
import { PersonHits, type PersonHit } from "../search/person-hits.tsx";
import { EntryForm } from "./entry-form.tsx";
import { WhyField } from "./why-field.tsx";

/** Which other record is of the same person, and why. */
export function JoinForm({
  person,
  name,
  other: given,
  onDone,
}: {
  readonly person: string;
  readonly name: string;
  readonly other?: PersonHit;
  readonly onDone: () => void;
}) {
  const t = useText(identityText);
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState("");
  const [other, setOther] = useState(given);
  const [reason, setReason] = useKeptWords(`join ${person}`);
  const { state, send } = useCommand(endpoints.joinPersons);
  useEffect(() => field.current?.focus(), []);
  async function join(): Promise<void> {
    if (other === undefined) {
      field.current?.focus();
      return;
    }
    const done = await send((commandId) => ({
      commandId,
      person,
      other: other.person,
      reason,
    }));
    if (done !== undefined) leave();
  }
  function leave(): void {
    setReason("");
    onDone();
  }
  return (
    <EntryForm title={t("join")} lead={t("joinLead")} state={state} onSend={join} onLeave={leave}>
      {other === undefined ? (
        <>
          <label htmlFor={id}>{t("whoElse")}</label>
          <input
            id={id}
            ref={field}
            type="text"
            autoComplete="off"
            spellCheck={false}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          <PersonHits typed={typed} without={[person]} onChoose={setOther} />
        </>
      ) : (
        <>
          <p>
            <strong>{name}</strong> = <strong>{other.name}</strong> {other.number}{" "}
            <button type="button" className="plain" onClick={() => setOther(undefined)}>
              {t("other")}
            </button>
          </p>
          <WhyField value={reason} onChange={setReason} />
        </>
      )}
    </EntryForm>
  );
}
