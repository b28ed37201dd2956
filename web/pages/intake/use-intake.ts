import { useCallback, useState } from "react";
import { answersToSend } from "../../api/answers-to-send.ts";
import { endpoints } from "../../api/endpoints.ts";
import { useCommand } from "../../api/use-command.ts";
import type { DraftHandle } from "../../drafts/use-draft.ts";
import type { WrittenDraft } from "../../drafts/written.ts";
import { useReasons } from "../act/use-reasons.ts";
import type { ChosenChild } from "./child-picker.tsx";
import { childrenOf, partsOf, reportToSend } from "./children.ts";
import type { Received } from "./done.tsx";
import { useNames, useReportDraft } from "./use-report-draft.ts";

/** What comes in: a report of concern or other information, or an application. */
export type Coming = "report" | "application";

/** Something that came in being received: its draft, its children, what is done at once, and sending it once. */
export function useIntake(coming: Coming) {
  const draft = useReportDraft(coming);
  const children = useChildren(draft);
  const { assessments, assess } = useAssessments();
  const [ids] = useState(() => new Map<string, ChildIds>());
  const [received, setReceived] = useState<Received | undefined>();
  const report = useCommand(endpoints.receiveReport);
  const application = useCommand(endpoints.receiveApplication);
  const { state } = coming === "report" ? report : application;
  const reasons = useReasons(draft.draftId(), state.warnings);

  function idsOf(person: string): ChildIds {
    const made = ids.get(person) ?? {
      report: crypto.randomUUID(),
      matter: crypto.randomUUID(),
      investigation: crypto.randomUUID(),
    };
    ids.set(person, made);
    return made;
  }

  function bodyFor(commandId: string, written: WrittenDraft) {
    const data = answersToSend(written, reportToSend);
    return { commandId, data, draft: written.draft, reasons: reasons.toSend() };
  }

  const sendReport = (written: WrittenDraft, atOnce: AtOnce) =>
    report.send((commandId) => ({
      ...bodyFor(commandId, written),
      children: children.chosen.map(({ person }) => {
        const { report: id, matter } = idsOf(person);
        const protection = atOnce.get(person);
        const child = { person, report: id, matter };
        if (protection === undefined) return child;
        return { ...child, protection: answersToSend(protection) };
      }),
    }));

  const sendApplication = (written: WrittenDraft, atOnce: AtOnce) =>
    application.send((commandId) => ({
      ...bodyFor(commandId, written),
      children: children.chosen.map(({ person }) => {
        const { report: id, matter, investigation } = idsOf(person);
        const opening = atOnce.get(person);
        const child = { person, report: id, matter };
        if (opening === undefined) return child;
        const data = answersToSend(opening, (answers) => ({ ...answers, outcome: "open" }));
        return { ...child, opening: { investigation, data } };
      }),
    }));

  async function receive(): Promise<void> {
    const [written, atOnce] = await Promise.all([draft.written(), writtenAtOnce(assessments)]);
    const send = coming === "report" ? sendReport : sendApplication;
    const answer = await send(written, atOnce);
    if (answer === undefined) return;
    reasons.forget();
    setReceived(answer);
    // What was done at once is on record now; what is left of its drafts would only look begun.
    for (const person of atOnce.keys()) void assessments.get(person)?.discard();
  }

  return { draft, ...children, assess, reasons, state, receive, received };
}

/** The ids of what is made for one child; chosen once, so that sending again makes nothing twice. */
interface ChildIds {
  readonly report: string;
  readonly matter: string;
  readonly investigation: string;
}

/** What is done at once, by person. */
type AtOnce = ReadonlyMap<string, WrittenDraft>;

/** Those of the assessments in which anything is answered. */
async function writtenAtOnce(assessments: ReadonlyMap<string, Assessment>): Promise<AtOnce> {
  const all = await Promise.all(
    [...assessments].map(async ([person, { written }]) => [person, await written()] as const),
  );
  return new Map(all.filter(([, { answers }]) => Object.keys(answers()).length > 0));
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

/** An assessment being written on the page of what it is about. */
export type Assessment = Pick<DraftHandle, "written" | "discard">;

/** The protection assessments made on the same page, by person. */
function useAssessments() {
  const [assessments] = useState(() => new Map<string, Assessment>());
  const assess = useCallback(
    (person: string, assessment: Assessment | undefined) => {
      if (assessment === undefined) assessments.delete(person);
      else assessments.set(person, assessment);
    },
    [assessments],
  );
  return { assessments, assess };
}
