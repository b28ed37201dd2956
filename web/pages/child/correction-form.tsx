import { useEffect, useId, useRef, useState } from "react";
import { endpoints } from "../../api/endpoints.ts";
import { useCommand } from "../../api/use-command.ts";
import { documentOf, usePack, useSay } from "../../spec/use-pack.ts";
import { recordText } from "../../text/record.ts";
import { useText } from "../../text/text.ts";
import type { EntryActionProps } from "./entry-actions.tsx";
import { EntryForm } from "./entry-form.tsx";

/** What the line shall say and why: its texts and its time can be corrected; the first text stays. */
export function CorrectionForm({ akt, matter, entry, onDone }: EntryActionProps) {
  const t = useText(recordText);
  const say = useSay();
  const id = useId();
  const reasonField = useRef<HTMLTextAreaElement>(null);
  const pack = usePack(entry.specDigest);
  const [reason, setReason] = useState("");
  const [changed, setChanged] = useState<Readonly<Record<string, string>>>({});
  const { state, send } = useCommand(endpoints.correctEntry);
  useEffect(() => reasonField.current?.focus(), []);
  const stands = entry.corrected?.data ?? entry.data;
  const fields = (entry.document === null ? [] : documentOf(pack, entry.document).sections).flatMap(
    (section) =>
      section.fields.flatMap((field) => {
        const value = stands[field.id];
        const editable = field.type === "longtext" || field.type === "datetime";
        return editable && typeof value === "string" ? [{ field, value }] : [];
      }),
  );
  async function correct(): Promise<void> {
    const done = await send((commandId) => ({
      commandId,
      akt,
      matter,
      data: {
        ...changed,
        entry: entry.seq,
        ...(reason.trim() === "" ? {} : { correctionReason: reason.trim() }),
      },
    }));
    if (done !== undefined) onDone();
  }
  return (
    <EntryForm
      title={t("correct")}
      lead={t("bothStay")}
      state={state}
      onSend={correct}
      onLeave={onDone}
    >
      <label htmlFor={`${id}-why`}>{t("whyCorrected")}</label>
      <textarea
        id={`${id}-why`}
        ref={reasonField}
        lang="sv"
        rows={2}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      {fields.map(({ field, value }) => {
        const props = {
          id: `${id}-${field.id}`,
          value: changed[field.id] ?? value,
          onChange: (event: { readonly target: { readonly value: string } }) =>
            setChanged((all) => ({ ...all, [field.id]: event.target.value })),
        };
        return (
          <div key={field.id}>
            <label htmlFor={props.id}>{say(field.label)}</label>
            {field.type === "datetime" ? (
              <input type="datetime-local" {...props} />
            ) : (
              <textarea lang="sv" rows={5} {...props} />
            )}
          </div>
        );
      })}
    </EntryForm>
  );
}
