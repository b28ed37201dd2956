import { useEffect, useState } from "react";
import type { ProblemShape } from "../../../src/contract/shapes.ts";
import { useDraft } from "../../drafts/use-draft.ts";
import { SpecForm } from "../../spec/spec-form.tsx";
import { documentOf, useDraftPack } from "../../spec/use-pack.ts";
import { intakeText } from "../../text/intake.ts";
import { useText } from "../../text/text.ts";
import type { ChosenChild } from "./child-picker.tsx";
import { scopeOfChild } from "./control-of-report.ts";
import type { Assessment } from "./use-intake.ts";

export interface ChildPartProps {
  readonly part: "protection" | "opening";
  readonly today: string;
  readonly child: ChosenChild;
  /** The place of the child in the report, as problems point at it. */
  readonly index: number;
  /** The id of the assessment's own draft. */
  readonly draftId: string;
  /** Something may have been written before this page was opened. */
  readonly resumed: boolean;
  readonly problems: readonly ProblemShape[];
  readonly onChange: (person: string, assessment: Assessment | undefined) => void;
}

/** What may be done at once about one child: its document, where its answers are sent, and its words. */
const parts = {
  protection: {
    documentId: "protection-assessment",
    title: "protectionOf",
    begin: "makeNow",
    hidden: [],
  },
  opening: {
    documentId: "opening-decision",
    title: "openingOf",
    begin: "openNow",
    hidden: ["outcome", "decider", "level", "investigator", "coInvestigator", "informedFamily"],
  },
} as const;

/**
 * What is done about one child on the page of what came in: the protection assessment of a report, or the
 * opening of an investigation on an application. Kept as a draft like all that is typed.
 */
export function ChildPart(props: ChildPartProps) {
  const { part, today, child, index, draftId, resumed, problems, onChange } = props;
  const { documentId, title: titleId, begin, hidden } = parts[part];
  const t = useText(intakeText);
  const [asked, setAsked] = useState(false);
  const draft = useDraft({
    draft: draftId,
    document: documentId,
    item: child.person,
    fresh: !resumed,
  });
  const pack = useDraftPack(draft.specDigest);
  const { written, discard } = draft;
  useEffect(() => {
    onChange(child.person, { written, discard });
    return () => onChange(child.person, undefined);
  }, [written, discard, child.person, onChange]);
  const begun = Object.keys(draft.answers).length > 0;
  const title = t(titleId, { name: child.name });
  return (
    <section className="form-section" aria-label={title}>
      <h3>{title}</h3>
      {asked || begun ? (
        <SpecForm
          pack={pack}
          document={documentOf(pack, documentId)}
          handle={draft}
          today={today}
          persons={[]}
          problems={problems}
          pointer={`/children/${index}/${part}`}
          hidden={hidden}
          scope={scopeOfChild(child.person)}
        />
      ) : (
        <button type="button" onClick={() => setAsked(true)}>
          {t(begin)}
        </button>
      )}
    </section>
  );
}
