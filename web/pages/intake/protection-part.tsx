import { useEffect, useState } from "react";
import type { ProblemShape } from "../../../src/contract/shapes.ts";
import type { Answers } from "../../../src/domain/event.ts";
import type { Pack } from "../../../src/spec/types.ts";
import { useDraft } from "../../drafts/use-draft.ts";
import { SpecForm } from "../../spec/spec-form.tsx";
import { documentOf } from "../../spec/use-pack.ts";
import { intakeText } from "../../text/intake.ts";
import { useText } from "../../text/text.ts";
import type { ChosenChild } from "./child-picker.tsx";

export interface ProtectionPartProps {
  readonly pack: Pack;
  readonly today: string;
  readonly child: ChosenChild;
  readonly problems: readonly ProblemShape[];
  readonly onChange: (person: string, answers: Answers | undefined) => void;
}

const documentId = "protection-assessment";

/** The protection assessment of one child on the page of the report; kept as a draft like all that is typed. */
export function ProtectionPart({ pack, today, child, problems, onChange }: ProtectionPartProps) {
  const t = useText(intakeText);
  const [open, setOpen] = useState(false);
  return (
    <section className="form-section" aria-label={t("protectionOf", { name: child.name })}>
      <h3>{t("protectionOf", { name: child.name })}</h3>
      {open ? (
        <Assessment
          pack={pack}
          today={today}
          child={child}
          problems={problems}
          onChange={onChange}
        />
      ) : (
        <button type="button" onClick={() => setOpen(true)}>
          {t("makeNow")}
        </button>
      )}
    </section>
  );
}

function Assessment({ pack, today, child, problems, onChange }: ProtectionPartProps) {
  const [draftId] = useState(() => crypto.randomUUID());
  const draft = useDraft({ draft: draftId, document: documentId, item: child.person, fresh: true });
  const { answers } = draft;
  useEffect(() => {
    onChange(child.person, Object.keys(answers).length === 0 ? undefined : answers);
    return () => onChange(child.person, undefined);
  }, [answers, child.person, onChange]);
  return (
    <SpecForm
      pack={pack}
      document={documentOf(pack, documentId)}
      handle={draft}
      today={today}
      persons={[]}
      problems={problems}
    />
  );
}
