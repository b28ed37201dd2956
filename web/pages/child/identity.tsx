import { useState } from "react";
import type { readPerson } from "../../../src/contract/persons/read-person.ts";
import type { AnswerOf } from "../../api/client.ts";
import { endpoints } from "../../api/endpoints.ts";
import { useCommand } from "../../api/use-command.ts";
import { useKeptWords } from "../../drafts/use-kept-words.ts";
import { fullDay } from "../../text/dates.ts";
import { identityText } from "../../text/identity.ts";
import { useLang, useText } from "../../text/text.ts";
import { EntryForm } from "./entry-form.tsx";
import { JoinForm } from "./join-form.tsx";
import { NumberForm } from "./number-form.tsx";
import { WhyField } from "./why-field.tsx";

type Known = NonNullable<AnswerOf<typeof readPerson>["identity"]>;

export interface IdentityProps {
  readonly person: string;
  readonly name: string;
  readonly identity: Known;
}

type Open = "mend" | "new" | "join" | { readonly joining: string };

/** Which numbers a person has and had, the records that are one with it, and what can be done about them. */
export function Identity({ person, name, identity }: IdentityProps) {
  const t = useText(identityText);
  const { lang } = useLang();
  const [open, setOpen] = useState<Open>();
  const close = (): void => setOpen(undefined);
  return (
    <>
      {identity.earlier.length === 0 ? null : (
        <p className="quiet small">{t("earlier", { numbers: identity.earlier.join(", ") })}</p>
      )}
      {identity.mistaken.map(({ number, on }) => (
        <p key={`${number} ${on}`} className="quiet small">
          {t("mistaken", { number, day: fullDay(on, lang) })}
        </p>
      ))}
      {identity.joined.map(({ joining, on, numbers }) => (
        <p key={joining}>
          {t("joined", { day: fullDay(on, lang), numbers: numbers.join(", ") })}{" "}
          <button type="button" className="plain no-print" onClick={() => setOpen({ joining })}>
            {t("part")}
          </button>
        </p>
      ))}
      {identity.partOf === null ? null : <p>{t("partOf")}</p>}
      {open === "mend" || open === "new" ? (
        <NumberForm key={open} person={person} kind={open} onDone={close} />
      ) : null}
      {open === "join" ? <JoinForm person={person} name={name} onDone={close} /> : null}
      {typeof open === "object" ? (
        <PartForm person={person} joining={open.joining} onDone={close} />
      ) : null}
      {open !== undefined || identity.partOf !== null ? null : (
        <p className="row no-print">
          <button type="button" onClick={() => setOpen("new")}>
            {t("newNumber")}
          </button>
          <button type="button" onClick={() => setOpen("mend")}>
            {t("mend")}
          </button>
          <button type="button" onClick={() => setOpen("join")}>
            {t("join")}
          </button>
        </p>
      )}
    </>
  );
}

function PartForm({
  person,
  joining,
  onDone,
}: {
  readonly person: string;
  readonly joining: string;
  readonly onDone: () => void;
}) {
  const t = useText(identityText);
  const [reason, setReason] = useKeptWords(`part ${person} ${joining}`);
  const { state, send } = useCommand(endpoints.partPersons);
  async function part(): Promise<void> {
    const done = await send((commandId) => ({ commandId, person, joining, reason }));
    if (done !== undefined) leave();
  }
  function leave(): void {
    setReason("");
    onDone();
  }
  return (
    <EntryForm title={t("part")} lead={t("partLead")} state={state} onSend={part} onLeave={leave}>
      <WhyField value={reason} onChange={setReason} />
    </EntryForm>
  );
}
