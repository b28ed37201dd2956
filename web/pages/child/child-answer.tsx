import { useMemo, useState } from "react";
import { answersToSend } from "../../api/answers-to-send.ts";
import { endpoints } from "../../api/endpoints.ts";
import { useCommand } from "../../api/use-command.ts";
import { SaveBar } from "../../components/save-bar/save-bar.tsx";
import { useDraft } from "../../drafts/use-draft.ts";
import { SpecForm } from "../../spec/spec-form.tsx";
import { documentOf, useDraftPack } from "../../spec/use-pack.ts";
import { letterText } from "../../text/letter.ts";
import { useText } from "../../text/text.ts";
import { useMatter } from "../act/use-matter.ts";
import { EntryForm } from "./entry-form.tsx";

const documentId = "letter-answer";

/** What the child says or writes of its own version, in its own words, and who may read them. */
export function ChildAnswer({
  akt,
  matter,
  letter,
  onDone,
}: {
  readonly akt: string;
  readonly matter: string;
  readonly letter: string;
  readonly onDone: () => void;
}) {
  const t = useText(letterText);
  const [made] = useState(() => crypto.randomUUID());
  const draft = useDraft({ draft: made, document: documentId, akt, matter, item: letter });
  const { me, persons, guardians } = useMatter(akt, matter);
  const pack = useDraftPack(draft.specDigest);
  const { state, send } = useCommand(endpoints.recordLetterAnswer);
  const problems = useMemo(() => [...state.problems, ...state.warnings], [state]);
  async function record(): Promise<void> {
    const written = await draft.written();
    if (!written.stored) return;
    const done = await send((commandId) => ({
      commandId,
      akt,
      matter,
      ids: { letter },
      // The day is today where nobody has said another.
      data: { answeredOn: me.today, ...answersToSend(written) },
      draft: written.draft,
      reasons: {},
      expect: {},
    }));
    if (done !== undefined) onDone();
  }
  return (
    <EntryForm
      title={t("childAnswer")}
      lead={t("childAnswerLead")}
      state={state}
      onSend={record}
      onLeave={onDone}
    >
      <SaveBar of={draft.saving} />
      <SpecForm
        pack={pack}
        document={documentOf(pack, documentId)}
        handle={draft}
        today={me.today}
        persons={persons}
        guardians={guardians}
        problems={problems}
        scope={letter}
      />
    </EntryForm>
  );
}
