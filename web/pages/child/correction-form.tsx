import { useEffect, useId, useMemo, useRef, useState } from "react";
import type { Answers } from "../../../src/domain/event.ts";
import type { DocumentSpec } from "../../../src/spec/types.ts";
import { answersToSend } from "../../api/answers-to-send.ts";
import { endpoints } from "../../api/endpoints.ts";
import { useCommand } from "../../api/use-command.ts";
import { useKeptWords } from "../../drafts/use-kept-words.ts";
import { SpecForm } from "../../spec/spec-form.tsx";
import { useLocalAnswers } from "../../spec/use-local-answers.ts";
import { documentOf, usePack } from "../../spec/use-pack.ts";
import { recordText } from "../../text/record.ts";
import { useText } from "../../text/text.ts";
import { hiddenFields } from "../act/act-definitions.ts";
import { useMatter } from "../act/use-matter.ts";
import type { EntryActionProps } from "./entry-actions.tsx";
import { EntryForm } from "./entry-form.tsx";

/** What kind of act it was is no part of a correction. */
const notCorrected = [...hiddenFields, "kind"];

/** What the line shall say and why, in the form it was written with; the first text stays. */
export function CorrectionForm({ akt, matter, entry, onDone }: EntryActionProps) {
  const t = useText(recordText);
  const id = useId();
  const reasonField = useRef<HTMLTextAreaElement>(null);
  const pack = usePack(entry.specDigest);
  const { persons, guardians, me } = useMatter(akt, matter);
  const place = `correction ${akt} ${entry.seq}`;
  const [reason, setReason] = useKeptWords(`${place} why`);
  const [stands] = useState<Answers>(() => entry.corrected?.data ?? entry.data);
  const handle = useLocalAnswers(stands, place);
  const { state, send } = useCommand(endpoints.correctEntry);
  useEffect(() => reasonField.current?.focus(), []);
  const document = useMemo(
    () => (entry.document === null ? undefined : withoutAudience(documentOf(pack, entry.document))),
    [pack, entry.document],
  );
  async function correct(): Promise<void> {
    const done = await send((commandId) => ({
      commandId,
      akt,
      matter,
      data: {
        ...answersToSend(handle.changed),
        entry: entry.seq,
        ...(reason.trim() === "" ? {} : { correctionReason: reason.trim() }),
      },
    }));
    if (done !== undefined) leave();
  }
  function leave(): void {
    setReason("");
    handle.forget();
    onDone();
  }
  return (
    <EntryForm
      title={t("correct")}
      lead={t("bothStay")}
      state={state}
      onSend={correct}
      onLeave={leave}
    >
      <label htmlFor={`${id}-why`}>{t("whyCorrected")}</label>
      <textarea
        id={`${id}-why`}
        ref={reasonField}
        lang="sv"
        spellCheck
        rows={2}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      {document === undefined ? null : (
        <SpecForm
          pack={pack}
          document={document}
          handle={handle}
          today={me.today}
          persons={persons}
          guardians={guardians}
          problems={state.problems}
          scope="correct-"
          hidden={notCorrected}
        />
      )}
    </EntryForm>
  );
}

/** Which child a part of a report is about is the akt it stands in. */
function withoutAudience(document: DocumentSpec): DocumentSpec {
  const sections = document.sections.map((section) => ({
    ...section,
    fields: section.fields.map((field) =>
      field.items === undefined
        ? field
        : { ...field, items: field.items.filter(({ id }) => id !== "audience") },
    ),
  }));
  return { ...document, sections };
}
