import type { MatterState } from "../akt-state.ts";
import type { AnswerItem, Answers } from "../event.ts";
import { measuresOf } from "../measure/find-measure.ts";
import type { MeasureState } from "../measure/measure-state.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { codesOf, itemsOf, textOf, truthOf } from "../read.ts";

/** The part of the child's version a thing stands in (codelist `child-prompt`). */
export const CHILD_PROMPTS = [
  "question",
  "talk",
  "need",
  "decided",
  "goal",
  "measure",
  "who",
  "when",
] as const;
export type ChildPrompt = (typeof CHILD_PROMPTS)[number];

export type PieceDay = "ready" | "from" | "follow-up" | "decided" | "talk";

/**
 * What a piece says in the record: text as written, codes with their list, a day, a member of staff. The words
 * for them are found by who shows them.
 */
export interface PieceWords {
  readonly texts?: readonly string[];
  readonly codes?: { readonly codelist: string; readonly ids: readonly string[] };
  /** A day, and of what: to be ready by, beginning, next follow-up, the decision. */
  readonly on?: string;
  readonly day?: PieceDay;
  readonly staff?: string;
  readonly sessions?: number;
}

/** One thing the child's own version tells of, by the id it has in the record. */
export interface ChildPiece {
  readonly prompt: ChildPrompt;
  /** The id of the goal, need, decision, measure, question, talk or member of staff. */
  readonly of: string;
  readonly words: PieceWords;
}

/** The answers of an event, the content of a version among them. */
export type AnswersOf = (seq: number) => Answers | undefined;

/** What pieces are made from: the matter, the answers of its events, and for which child. */
export interface PieceSource {
  readonly matter: MatterState;
  readonly child: Uuid;
  readonly answersOf: AnswersOf;
  /** The decision it is about; the latest one where absent. */
  readonly decision?: Uuid;
}

/** Which of the document's versions the child's is of: codes of codelist `child-version`. */
type Builder = (of: PieceSource) => ChildPiece[];

const builders: Readonly<Record<string, Builder>> = {
  plan: planPieces,
  basis: basisPieces,
  decision: decisionPieces,
  "implementation-plan": measurePieces,
};

/**
 * What the record has for the child's own version of a document (SoL 2025 3:3): goals, decision, measures, who
 * and when, each by its id. What a document hides from the child is not among them. Empty where the matter has
 * no such document.
 */
export function childPieces(versionOf: string, source: PieceSource): readonly ChildPiece[] {
  return builders[versionOf]?.(source) ?? [];
}

/** The events whose answers {@link childPieces} reads. */
export function seqsOfPieces(matter: MatterState): readonly number[] {
  return [
    ...(matter.plan === undefined ? [] : [matter.plan.seq]),
    ...(matter.basis === undefined ? [] : [matter.basis.seq]),
    ...matter.decisions.map(({ seq }) => seq),
    ...(matter.goals ?? []).map(({ seq }) => seq),
  ];
}

function planPieces({ matter, answersOf }: PieceSource): ChildPiece[] {
  const { plan } = matter;
  const data = plan === undefined ? undefined : answersOf(plan.seq);
  if (plan === undefined || data === undefined) return [];
  const talks = itemsOf(data["talks"]).map((item): ChildPiece => {
    const on = textOf(item["on"]);
    const day = on === undefined ? {} : ({ on, day: "talk" } as const);
    const words = { texts: texts(item, ["how", "place", "by"]), ...day };
    return { prompt: "talk", of: item.id, words };
  });
  return [
    ...textPieces("question", itemsOf(data["questions"]), "text"),
    ...talks,
    ...who(matter),
    ...when(matter.investigation?.investigation ?? matter.matter, plan.targetOn, "ready"),
  ];
}

function basisPieces({ matter, answersOf }: PieceSource): ChildPiece[] {
  const content = matter.basis === undefined ? undefined : answersOf(matter.basis.seq);
  if (content === undefined) return [];
  return [
    ...textPieces("need", itemsOf(content["centralNeeds"]), "words"),
    ...textPieces("goal", itemsOf(content["goals"]), "words"),
    ...who(matter),
  ];
}

/** The decision that is asked for, or the latest one, with the measures it granted. */
function decisionPieces({ matter, answersOf, decision: wanted }: PieceSource): ChildPiece[] {
  const made =
    matter.decisions.find(({ decision }) => decision === wanted) ?? matter.decisions.at(-1);
  if (made === undefined) return [];
  const wording = textOf(answersOf(made.seq)?.["wording"]);
  const measures = measuresOf(matter).filter(({ decision }) => decision === made.decision);
  return [
    {
      prompt: "decided",
      of: made.decision,
      words: {
        codes: { codelist: "decision-type", ids: [made.type] },
        ...(wording === undefined ? {} : { texts: [wording] }),
      },
    },
    ...measures.map(measurePiece),
    ...who(matter),
    ...(measures.length === 0
      ? when(made.decision, made.on, "decided")
      : measures.flatMap(({ measure, from }) => when(measure, from, "from"))),
  ];
}

/** Every open measure that has a plan, with the goals it works towards. */
function measurePieces(source: PieceSource): ChildPiece[] {
  const { matter } = source;
  const running = measuresOf(matter).filter(({ plan, end }) => plan !== undefined && !end);
  if (running.length === 0) return [];
  const goals = [...new Set(running.flatMap(({ goals: ids }) => ids))];
  return [
    ...goals.flatMap((goal) => goalPiece(goal, source)),
    ...running.map(measurePiece),
    ...who(matter),
    ...running.flatMap(({ measure, nextFollowUp, from }) =>
      nextFollowUp === undefined
        ? when(measure, from, "from")
        : when(measure, nextFollowUp, "follow-up"),
    ),
  ];
}

/** Not of a plan that is hidden from the child. */
function goalPiece(goal: string, { matter, child, answersOf }: PieceSource): ChildPiece[] {
  const known = matter.goals?.find((one) => one.goal === goal);
  const answers = known === undefined ? undefined : answersOf(known.seq);
  if (answers === undefined || codesOf(answers["hiddenFrom"]).includes(child)) return [];
  const listed = [...itemsOf(answers["goals"]), ...itemsOf(answers["newGoals"])];
  return textPieces(
    "goal",
    listed.filter(({ id }) => id === goal),
    "words",
  );
}

function measurePiece({ measure, types, sessionsPlanned }: MeasureState): ChildPiece {
  const codes = { codelist: "measure-type", ids: types };
  const sessions = sessionsPlanned === undefined ? {} : { sessions: sessionsPlanned };
  return { prompt: "measure", of: measure, words: { codes, ...sessions } };
}

function who({ worker, coWorker, investigation }: MatterState): ChildPiece[] {
  const staff = [worker ?? investigation?.worker, coWorker].filter((one) => one !== undefined);
  return [...new Set(staff)].map((one) => ({ prompt: "who", of: one, words: { staff: one } }));
}

function when(of: string, on: string | undefined, day: PieceDay): ChildPiece[] {
  return on === undefined ? [] : [{ prompt: "when", of, words: { on, day } }];
}

function textPieces(
  prompt: ChildPrompt,
  items: readonly AnswerItem[],
  field: string,
): ChildPiece[] {
  return items.map((item) => ({ prompt, of: item.id, words: { texts: texts(item, [field]) } }));
}

function texts(item: AnswerItem, fields: readonly string[]): readonly string[] {
  return fields.flatMap((field) => textOf(item[field]) ?? []);
}

/** What the writer has put beside a piece: words, a picture, or that it is left out. */
export interface PlainWords {
  readonly words?: string;
  readonly picture?: string;
  readonly leftOut: boolean;
}

/** The writer's answer (list `plain`) about a piece; the last one where there are several. */
export function plainWordsOf(data: Answers, piece: Pick<ChildPiece, "prompt" | "of">): PlainWords {
  const item = itemsOf(data["plain"]).findLast(
    (one) => one["of"] === piece.of && one["prompt"] === piece.prompt,
  );
  const words = textOf(item?.["words"])?.trim();
  const picture = textOf(item?.["picture"]);
  return {
    leftOut: truthOf(item?.["leftOut"]) === true,
    ...(words === undefined || words === "" ? {} : { words }),
    ...(picture === undefined ? {} : { picture }),
  };
}

/** Whether the writer has said anything in plain words: without that a version is no child's. */
export function saysPlainly(data: Answers): boolean {
  const own = itemsOf(data["plain"]).some((item) => (textOf(item["words"]) ?? "").trim() !== "");
  return own || (textOf(data["plainWhat"]) ?? "").trim() !== "";
}
