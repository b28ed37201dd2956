import type { z } from "zod";
import type { matterView } from "../../contract/views/child-page.ts";
import type { MatterState } from "../../domain/akt-state.ts";
import type { Answers } from "../../domain/event.ts";
import { goalsOf, measuresOf } from "../../domain/measure/find-measure.ts";
import type { GoalState, MeasureState } from "../../domain/measure/measure-state.ts";
import { itemsOf, textOf } from "../../domain/read.ts";
import { documentOfEvent, printDocument } from "../../print/print-documents.ts";
import type { EventView } from "../../store/views/read-akt.ts";
import type { Given } from "../http/handler.ts";
import type { MatterSources } from "./matter-view.ts";

type MatterView = Given<z.input<typeof matterView>>;
type MeasuresPart = Pick<MatterView, "needs" | "goals" | "measures">;
type ShownMeasure = MeasuresPart["measures"][number];

/** The needs, goals and open measures of a matter; their words are read from the version that holds. */
export function measuresPart(
  matter: MatterState,
  { events, classes }: Pick<MatterSources, "events" | "classes">,
): MeasuresPart {
  const read = classes.includes("narrative") ? events : [];
  const needWords = wordsIn(basisContent(matter, read)?.["centralNeeds"]);
  return {
    needs: (matter.basis?.needs ?? []).map(({ id, area }) => ({
      id,
      area: area ?? null,
      words: needWords.get(id) ?? "",
    })),
    goals: goalsOf(matter).map((goal) => ({
      id: goal.goal,
      need: goal.need ?? null,
      area: goal.area ?? null,
      words: wordsOfGoal(goal, read),
    })),
    measures: measuresOf(matter).map((measure) => measurePart(measure, matter)),
  };
}

/** The content of the version that holds: signing a version that was not changed says nothing anew. */
function basisContent(
  { matter, basis }: MatterState,
  events: readonly EventView[],
): Answers | undefined {
  if (basis === undefined) return undefined;
  const newest = events.find(
    ({ event }) =>
      event.matter === matter && event.seq <= basis.seq && event.body.content !== undefined,
  );
  return newest?.event.body.content;
}

function wordsOfGoal({ goal, seq, addedBy }: GoalState, events: readonly EventView[]): string {
  const body = events.find(({ event }) => event.seq === seq)?.event.body;
  const list = addedBy === undefined ? body?.content?.["goals"] : body?.data["newGoals"];
  return wordsIn(list).get(goal) ?? "";
}

function wordsIn(list: Answers[string] | undefined): ReadonlyMap<string, string> {
  return new Map(itemsOf(list).map((item) => [item.id, textOf(item["words"]) ?? ""]));
}

function measurePart(
  measure: MeasureState,
  { providerReports = [] }: Pick<MatterState, "providerReports">,
): ShownMeasure {
  return {
    measure: measure.measure,
    types: [...measure.types],
    decision: measure.decision,
    grantedOn: measure.grantedOn,
    from: measure.from ?? null,
    to: measure.to ?? null,
    providerKind: measure.providerKind ?? null,
    orderedOn: measure.orderedOn ?? null,
    startedOn: measure.startedOn ?? null,
    planMadeOn: measure.plan?.madeOn ?? null,
    planRevisedOn: measure.plan?.revisedOn ?? null,
    followedUpOn: measure.followUps.at(-1)?.on ?? null,
    nextFollowUp: measure.nextFollowUp ?? null,
    consentWithdrawn: (measure.withdrawn ?? []).length > 0,
    goals: measure.goals.map((goal) => latestRating(measure, goal)),
    documents: (measure.documents ?? []).flatMap(({ seq, type, on }) => {
      const document = documentOfEvent(type);
      if (document === undefined) return [];
      const toProvider = printDocument(document)?.toProvider === true;
      return [{ entry: seq, document, on, toProvider }];
    }),
    reports: providerReports
      .filter((each) => each.measure === measure.measure)
      .map(({ report, seq, on, readOn }) => ({ report, entry: seq, on, readOn: readOn ?? null })),
    ended: measure.end === undefined ? null : { on: measure.end.on, reason: measure.end.reason },
  };
}

/** The latest follow-up that says something of a goal; one that passes it over changes nothing. */
function latestRating({ followUps }: MeasureState, goal: string): ShownMeasure["goals"][number] {
  const latest = followUps.findLast(({ goals }) => goals.some((each) => each.goal === goal));
  const rating = latest?.goals.findLast((each) => each.goal === goal);
  return {
    goal,
    on: latest?.on ?? null,
    attainment: rating?.attainment ?? null,
    childAttainment: rating?.child ?? null,
    guardianAttainment: rating?.guardian ?? null,
  };
}
