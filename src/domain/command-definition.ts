import type { PlainDate } from "../kernel/plain-date.ts";
import type { Problem } from "../kernel/problem.ts";
import type { AktState, MatterState } from "./akt-state.ts";
import type { Command, DecideContext } from "./command.ts";
import type { Uuid } from "../kernel/ids.ts";
import type { AnswerItem, Answers, RecordedEvent } from "./event.ts";

/** What a command works on: the akt, its matter when there is one already, the command and the context. */
export interface CommandSubject {
  readonly akt: AktState;
  readonly matter: MatterState | undefined;
  readonly command: Command;
  readonly ctx: DecideContext;
  /** What made the entry that the command names. */
  readonly about?: EntryMaker;
}

/** How an entry came to be: its command, the act by which rules of recording know it, and its document. */
export interface EntryMaker {
  readonly command: string;
  readonly act: string;
  readonly document?: string;
  readonly happenedIn?: string;
  /** What the answers of such a command must fit, however often they are corrected. */
  readonly fits?: readonly Demand[];
}

/** What tells which kind of decision a command is. */
export interface DecisionSubject {
  readonly command: Pick<Command, "data">;
  readonly ctx: Pick<DecideContext, "pack">;
}

/** A part of a document's content that is derived from entries of the matter. */
export interface ContentFilling {
  readonly field: string;
  readonly entries: (matter: MatterState) => readonly number[];
  readonly items: (akt: Uuid, entries: readonly RecordedEvent[]) => readonly AnswerItem[];
}

/** A structural demand: the thing must exist and be in a state where the command has a meaning. */
export type Demand = (subject: CommandSubject) => Problem | undefined;

/** What is wrong with the answers of a command, compared with what is on record. */
export type Check = (subject: CommandSubject) => readonly Problem[];

/**
 * How a command becomes an event. Everything the law says is data (guards and ceilings); only what the
 * shape of the record itself demands is said here.
 */
export interface CommandDefinition {
  readonly event: string;
  /** Document of the specification whose answers the command carries. */
  readonly document?: string;
  /** Answer that tells when it happened (local time); else `occurredAt` of the command, else now. */
  readonly happenedIn?: string;
  /** The day it counts as having happened, where the law says that by the answers; before `happenedIn`. */
  readonly happenedOn?: (subject: CommandSubject) => PlainDate | undefined;
  /** Names of the ids the command must carry. */
  readonly ids: readonly string[];
  readonly demands: readonly Demand[];
  /** What the answers must fit in the record: problems at their fields, told together with all others. */
  readonly checks?: readonly Check[];
  /** Of the record: what its answers must fit when they are corrected, too. */
  readonly fits?: readonly Demand[];
  /** Answers the event carries that follow from those given. */
  readonly derives?: (subject: CommandSubject) => Answers;
  /** Document of the specification whose content the command carries from the draft. */
  readonly content?: string;
  /** What the record itself puts into that content, read when the version is made: by which entries, and how. */
  readonly fills?: ContentFilling;
  /** The command may be the first of its matter. */
  readonly startsMatter?: true;
  /** The kind of decision it is, to look up who may decide it; undefined = this time it is none. */
  readonly decides?: (subject: CommandSubject) => string | undefined;
  /** The command names an entry of the akt by its number, in the answer `entry`; the store reads it. */
  readonly namesEntry?: true;
  /** The entry counts otherwise afterwards, so that the akt is folded anew from all its events. */
  readonly changesPast?: "corrects" | "undoes" | "moves";
  /** The other akter about the same child are read, and locked, before it is decided. */
  readonly looksAtLinked?: true;
  /** A closed matter takes it too (an appeal, a late registration). */
  readonly afterClosing?: true;
}
