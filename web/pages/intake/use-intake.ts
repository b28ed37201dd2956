import { useCallback, useState } from "react";
import type { Answers } from "../../../src/domain/event.ts";
import { call } from "../../api/client.ts";
import { endpoints } from "../../api/endpoints.ts";
import { useCommand } from "../../api/use-command.ts";
import type { ChosenChild } from "./child-picker.tsx";
import { childrenOf, partsOf, reportToSend } from "./children.ts";
import type { Received } from "./done.tsx";
import { pairedDraft } from "./paired-draft.ts";
import { useNames, useReportDraft } from "./use-report-draft.ts";

type Reasons = Readonly<Record<string, string>>;

/** A report being received: its draft, its children, their assessments, and sending it once. */
export function useIntake(document: string) {
  const draft = useReportDraft(document);
  const children = useChildren(draft);
  const { assessments, assess } = useAssessments();
  const [ids] = useState(() => new Map<string, { report: string; matter: string }>());
  const [reasons, setReasons] = useState<Reasons>({});
  const [received, setReceived] = useState<Received | undefined>();
  const { state, send } = useCommand(endpoints.receiveReport);

  function idsOf(person: string): { report: string; matter: string } {
    const made = ids.get(person) ?? { report: crypto.randomUUID(), matter: crypto.randomUUID() };
    ids.set(person, made);
    return made;
  }

  async function receive(): Promise<void> {
    await Promise.all([draft.flush(), ...[...assessments.values()].map(({ flush }) => flush())]);
    const answer = await send((commandId) => ({
      commandId,
      data: toSend(reportToSend(draft.answers)),
      draft: draft.draftId(),
      reasons: { ...reasons },
      children: children.chosen.map(({ person }) => {
        const protection = assessments.get(person)?.answers;
        return {
          person,
          ...idsOf(person),
          ...(protection === undefined ? {} : { protection: toSend(protection) }),
        };
      }),
    }));
    if (answer === undefined) return;
    setReceived(answer);
    // The assessments are on record now; what is left of their drafts would only look begun.
    for (const person of assessments.keys()) {
      const paired = pairedDraft(draft.draftId(), person);
      void call(endpoints.discardDraft, { body: { draft: paired } }).catch(() => undefined);
    }
  }

  const giveReason = (ruleId: string, text: string): void =>
    setReasons((all) => ({ ...all, [ruleId]: text }));
  return { draft, ...children, assess, reasons, giveReason, state, receive, received };
}

/** Answers as the contract takes them: the same shapes, but with arrays it may change. */
function toSend(answers: Answers): Record<string, never> {
  return structuredClone(answers) as Record<string, never>;
}

/** The children of the report: each has a part of the text, perhaps still empty. */
function useChildren(draft: ReturnType<typeof useReportDraft>) {
  const [known, setKnown] = useState<ReadonlyMap<string, ChosenChild>>(new Map());
  const persons = childrenOf(draft.answers);
  const named = useNames(persons.filter((person) => !known.has(person)));
  const chosen = persons.map(
    (person): ChosenChild =>
      known.get(person) ?? { person, name: named.get(person) ?? "…", running: false },
  );

  function choose(child: ChosenChild): void {
    setKnown((all) => new Map(all).set(child.person, child));
    draft.addItem("parts", { audience: child.person, text: "" });
  }

  function remove(person: string): void {
    for (const part of partsOf(draft.answers)) {
      if (part["audience"] === person) draft.removeItem("parts", part.id);
    }
  }

  return { chosen, known, choose, remove };
}

/** An assessment being written, and how to have all of it stored. */
export interface Assessment {
  readonly answers: Answers;
  readonly flush: () => Promise<boolean>;
}

/** The protection assessments made on the same page, by person. */
function useAssessments() {
  const [assessments, setAssessments] = useState<ReadonlyMap<string, Assessment>>(new Map());
  const assess = useCallback((person: string, assessment: Assessment | undefined) => {
    setAssessments((all) => {
      const next = new Map(all);
      if (assessment === undefined) next.delete(person);
      else next.set(person, assessment);
      return next;
    });
  }, []);
  return { assessments, assess };
}
