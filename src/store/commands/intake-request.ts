import type { AnswerItem, Answers } from "../../domain/event.ts";
import { itemsOf } from "../../domain/read.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { problem, type Problem } from "../../kernel/problem.ts";
import type { RequestBase } from "./request.ts";

/** One child that a report is about, with the ids the client chose. */
export interface ReportedChild {
  readonly person: Uuid;
  readonly report: Uuid;
  /** The matter the report starts, unless the child has a running investigation. */
  readonly matter: Uuid;
  /** The number reserved for that matter; without one the next of the year is drawn. Never the client's to give. */
  readonly number?: string;
  /** Answers of the protection assessment, when it has been made already. */
  readonly protection?: Answers;
  /** Answers of the decision to open an investigation, when an application is opened as it is received. */
  readonly opening?: ReportedOpening;
}

/** The opening of an investigation on an application, decided by the one who receives it. */
export interface ReportedOpening {
  readonly investigation: Uuid;
  readonly investigator?: Uuid;
  readonly data: Answers;
}

/** What brings information about a child: a report of concern, or an application. */
export type IntakeType = "report.receive" | "application.receive";

/** A report of concern (or application) about one or several children. */
export interface IntakeRequest extends RequestBase {
  /** A report where it is left out. */
  readonly command?: IntakeType;
  /** Answers of the document `report` or `application`; its `parts` say whom each part of the text is about. */
  readonly data: Answers;
  readonly children: readonly ReportedChild[];
  readonly draft?: Uuid;
  readonly reasons: Readonly<Record<string, string>>;
}

/** Where the report of each child went. */
export interface IntakeAnswer {
  readonly children: readonly {
    readonly person: Uuid;
    readonly akt: Uuid;
    readonly matter: Uuid;
    readonly report: Uuid;
    readonly running: boolean;
  }[];
  readonly warnings: readonly Problem[];
}

/** Which command an intake is. */
export function intakeType(request: IntakeRequest): IntakeType {
  return request.command ?? "report.receive";
}

/** The part of the text that every child's akt gets. */
const COMMON = "common";

/** Refuses with `report.no-child`, `report.child-twice` and `report.part-of-other-child`. */
export function checkIntake(request: IntakeRequest): Problem[] {
  const persons = request.children.map((child) => child.person);
  if (persons.length === 0) return [problem("report.no-child", { pointer: "/children" })];
  if (new Set(persons).size < persons.length) {
    return [problem("report.child-twice", { pointer: "/children" })];
  }
  const known = new Set<string>([COMMON, ...persons]);
  return itemsOf(request.data["parts"]).flatMap((part, index) =>
    known.has(audienceOf(part))
      ? []
      : [problem("report.part-of-other-child", { pointer: `/data/parts/${index}/audience` })],
  );
}

/** The answers for one child's akt: the common parts and its own, never another child's. */
export function answersFor(request: IntakeRequest, child: ReportedChild): Answers {
  if (request.data["parts"] === undefined) return request.data;
  const parts = itemsOf(request.data["parts"]).filter((part) => {
    const audience = audienceOf(part);
    return audience === COMMON || audience === child.person;
  });
  return { ...request.data, parts };
}

/** A part without an audience concerns everybody. */
function audienceOf(part: AnswerItem): string {
  const audience = part["audience"];
  return typeof audience === "string" && audience !== "" ? audience : COMMON;
}
