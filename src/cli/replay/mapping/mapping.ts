import type { z } from "zod";
import type { AnswerItem, Answers, AnswerValue } from "../../../domain/event.ts";
import { pointerTo } from "../../../kernel/expression/pointer.ts";
import type { Uuid } from "../../../kernel/ids.ts";
import type { PlainDate } from "../../../kernel/plain-date.ts";
import { problem, type Problem } from "../../../kernel/problem.ts";
import type { Pack } from "../../../spec/types.ts";
import { shapeProblems, type CaseEvent, type CaseFile } from "../case-file.ts";
import type { IntakeType } from "../../../store/commands/intake-request.ts";
import type { CaseIds } from "../case-ids.ts";
import type { Labels } from "../labels.ts";
import type { Timeline } from "../timeline.ts";

/** A command on the akt of the child of a matter. */
export interface AktAction {
  readonly on: "akt";
  readonly matter: string;
  readonly type: string;
  readonly ids: Readonly<Record<string, Uuid>>;
  readonly data: Answers;
  /** Content that is written in a draft first. */
  readonly content?: Answers;
  /** The draft the command takes its content from. */
  readonly draft?: Uuid;
  /** The event whose line of the story the command is about; its number is known when it is there. */
  readonly entryOf?: string;
  /** Events that must have been carried out before. */
  readonly requires: readonly string[];
}

/** A report or application about one child or several. */
export interface IntakeAction {
  readonly on: "intake";
  readonly type: IntakeType;
  readonly data: Answers;
  readonly children: readonly {
    readonly child: string;
    readonly matter: string;
    readonly report: Uuid;
  }[];
  readonly requires: readonly string[];
}

/** Registering or changing a person. */
export interface PersonAction {
  readonly on: "person";
  readonly type: "person.register" | "person.change";
  readonly person: string;
  readonly data: Answers;
  readonly validFrom?: PlainDate;
  readonly relations: readonly {
    readonly relation: Uuid;
    readonly kind: string;
    readonly to: Uuid;
    readonly validFrom?: PlainDate;
    readonly validTo?: PlainDate;
  }[];
  readonly requires: readonly string[];
}

export type Action = AktAction | IntakeAction | PersonAction;

/** Something of a case that the program cannot do or compare yet, and why. */
export interface Uncovered {
  readonly path: string;
  readonly reason: string;
}

/** What the mapping of one event looks at and reports to. */
export interface MapContext {
  readonly file: CaseFile;
  readonly pack: Pack;
  readonly ids: CaseIds;
  readonly labels: Labels;
  readonly timeline: Timeline;
  /** Where the event stands in the order of recording; an attempt stands between two events. */
  readonly place: number;
  /** JSON pointer of the event's data. */
  readonly path: string;
  readonly problems: Problem[];
  readonly notCovered: Uncovered[];
  /** What is worth knowing of how the case was read. */
  readonly noted: Uncovered[];
}

/** How a kind of event becomes commands. */
export interface KindMapping {
  /** An attempt of this kind can be refused by the law, so it can be tried. */
  readonly attempts: boolean;
  map(event: CaseEvent, ctx: MapContext): readonly Action[];
}

/** Makes the mapping of a kind: its data is read by `shape` first. */
export function mapping<T>(
  shape: z.ZodType<T>,
  map: (event: CaseEvent, data: T, ctx: MapContext) => readonly Action[],
  options: { readonly attempts?: boolean } = {},
): KindMapping {
  return {
    attempts: options.attempts ?? true,
    map: (event, ctx) => {
      const read = shape.safeParse(event.data);
      if (read.success) return map(event, read.data, ctx);
      ctx.problems.push(...shapeProblems(read.error, ctx.path));
      return [];
    },
  };
}

/** One action a matter of the event. */
export function inEachMatter(
  event: CaseEvent,
  make: (matter: string) => Omit<AktAction, "on" | "matter"> | undefined,
): readonly Action[] {
  return event.matters.flatMap((matter) => {
    const made = make(matter);
    return made === undefined ? [] : [{ on: "akt" as const, matter, ...made }];
  });
}

/** The pointer of a field of the event's data. */
export function at(ctx: MapContext, ...steps: readonly (string | number)[]): string {
  return steps.reduce<string>(pointerTo, ctx.path);
}

/** The child of a matter; a problem of the file where there is no such matter. */
export function childOf(ctx: MapContext, matter: string): string {
  return ctx.file.matters.find((each) => each.key === matter)?.child ?? matter;
}

/** Says that a part of the event cannot be carried out or kept. */
export function leaveOut(ctx: MapContext, reason: string, path: string = ctx.path): void {
  ctx.notCovered.push({ path, reason });
}

/** Says how words of the case were read, where somebody may wonder; everything is carried out. */
export function noteThat(ctx: MapContext, reason: string, path: string = ctx.path): void {
  ctx.noted.push({ path, reason });
}

/** Says that a name of the file stands for nobody and nothing. */
export function unknownReference(ctx: MapContext, key: string, pointer: string): void {
  ctx.problems.push(problem("replay.unknown-reference", { pointer, params: { key } }));
}

/** The answers that are there: undefined and null are no answers, and neither is an empty list. */
export function answersOf(
  values: Readonly<Record<string, AnswerValue | null | undefined>>,
): Answers {
  const answers: Record<string, AnswerValue> = {};
  for (const [field, value] of Object.entries(values)) {
    if (value === undefined || value === null || value === "") continue;
    if (Array.isArray(value) && value.length === 0) continue;
    answers[field] = value;
  }
  return answers;
}

/** An item of a list, with the answers that are there. */
export function itemOf(
  id: Uuid,
  values: Readonly<Record<string, AnswerValue | null | undefined>>,
): AnswerItem {
  return { ...answersOf(values), id };
}

/** The code of words that may be missing. */
export function codeOf(
  ctx: MapContext,
  codelist: string,
  words: string | null | undefined,
  ...steps: readonly (string | number)[]
): string | undefined {
  if (words === undefined || words === null || words === "") return undefined;
  return ctx.labels.code(codelist, words, at(ctx, ...steps));
}

/** The codes of a list of words. */
export function codesOf(
  ctx: MapContext,
  codelist: string,
  words: readonly string[] | null | undefined,
  ...steps: readonly (string | number)[]
): readonly string[] {
  return (words ?? []).map((each, index) =>
    ctx.labels.code(codelist, each, at(ctx, ...steps, index)),
  );
}

/** Texts put together to one; those that are missing are left out. */
export function joined(...texts: readonly (string | null | undefined)[]): string | undefined {
  const there = texts.filter((text) => text !== undefined && text !== null && text !== "");
  return there.length === 0 ? undefined : there.join("\n\n");
}
