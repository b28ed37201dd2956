import { useEffect, useId, useRef, useState } from "react";
import { endpoints } from "../../api/endpoints.ts";
import { useCommand } from "../../api/use-command.ts";
import { recordText } from "../../text/record.ts";
import { useText } from "../../text/text.ts";
import type { EntryActionProps } from "./entry-actions.tsx";
import { EntryForm } from "./entry-form.tsx";

/** Who finds something wrong, and what, in that person's words. */
export function ObjectionForm({ akt, matter, entry, names, onDone }: EntryActionProps) {
  const t = useText(recordText);
  const id = useId();
  const first = useRef<HTMLSelectElement>(null);
  const [made] = useState(() => crypto.randomUUID());
  const [by, setBy] = useState("");
  const [text, setText] = useState("");
  const { state, send } = useCommand(endpoints.noteObjection);
  useEffect(() => first.current?.focus(), []);
  async function note(): Promise<void> {
    const document = entry.documentId === null ? {} : { document: entry.documentId };
    const done = await send((commandId) => ({
      commandId,
      akt,
      matter,
      ids: { objection: made, ...document },
      data: {
        entry: entry.seq,
        ...(by === "" ? {} : { by: [by] }),
        ...(text.trim() === "" ? {} : { text: text.trim() }),
      },
    }));
    if (done !== undefined) onDone();
  }
  return (
    <EntryForm
      title={t("noteObjection")}
      lead={t("objectionStays")}
      state={state}
      onSend={note}
      onLeave={onDone}
    >
      <label htmlFor={`${id}-by`}>{t("whoObjects")}</label>
      <select
        id={`${id}-by`}
        ref={first}
        value={by}
        onChange={(event) => setBy(event.target.value)}
      >
        <option value="">{t("choose")}</option>
        {[...names].map(([person, name]) => (
          <option key={person} value={person}>
            {name}
          </option>
        ))}
      </select>
      <label htmlFor={`${id}-text`}>{t("whatIsWrong")}</label>
      <textarea
        id={`${id}-text`}
        lang="sv"
        rows={4}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </EntryForm>
  );
}
