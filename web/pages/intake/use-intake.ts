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

/** What comes in: a report of concern or other information, or an application. */
export type Coming = "report" | "application";

/** Something that came in being received: its draft, its children, what is done at once, and sending it once. */
export function useIntake(coming: Coming) {
  const draft = useReportDraft(coming);
  const children = useChildren(draft);
  const { assessments, assess } = useAssessments();
  const [ids] = useState(() => new Map<string, ChildIds>());
  const [reasons, setReasons] = useState<Reasons>({});
  const [received, setReceived] = useState<Received | undefined>();
  const report = useCommand(endpoints.receiveReport);
  const application = useCommand(endpoints.receiveApplication);

  function idsOf(person: string): ChildIds {
    const made = ids.get(person) ?? {
      report: crypto.randomUUID(),
      matter: crypto.randomUUID(),
      investigation: crypto.randomUUID(),
    };
    ids.set(person, made);
    return made;
  }

  function bodyFor(commandId: string) {
    const data = toSend(reportToSend(draft.latest()));
    return { commandId, data, draft: draft.draftId(), reasons: { ...reasons } };
  }

  const sendReport = () =>
    report.send((commandId) => ({
      ...bodyFor(commandId),
      children: children.chosen.map(({ person }) => {
        const { report: id, matter } = idsOf(person);
        const protection = assessments.get(person)?.answers;
        const child = { person, report: id, matter };
        return protection === undefined ? child : { ...child, protection: toSend(protection) };
      }),
    }));

  const sendApplication = () =>
    application.send((commandId) => ({
      ...bodyFor(commandId),
      children: children.chosen.map(({ person }) => {
        const { report: id, matter, investigation } = idsOf(person);
        const opening = assessments.get(person)?.answers;
        const child = { person, report: id, matter };
        if (opening === undefined) return child;
        return {
          ...child,
          opening: { investigation, data: toSend({ ...opening, outcome: "open" }) },
        };
      }),
    }));

  async function receive(): Promise<void> {
    await Promise.all([draft.flush(), ...[...assessments.values()].map(({ flush }) => flush())]);
    const answer = await (coming === "report" ? sendReport() : sendApplication());
    if (answer === undefined) return;
    setReceived(answer);
    // What was done at once is on record now; what is left of its drafts would only look begun.
    for (const person of assessments.keys()) {
      const paired = pairedDraft(draft.draftId(), person);
      void call(endpoints.discardDraft, { body: { draft: paired } }).catch(() => undefined);
    }
  }

  const giveReason = (ruleId: string, text: string): void =>
    setReasons((all) => ({ ...all, [ruleId]: text }));
  const { state } = coming === "report" ? report : application;
  return { draft, ...children, assess, reasons, giveReason, state, receive, received };
}

/** The ids of what is made for one child; chosen once, so that sending again makes nothing twice. */
interface ChildIds {
  readonly report: string;
  readonly matter: string;
  readonly investigation: string;
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
