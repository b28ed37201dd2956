import type { AktState } from "../../domain/akt-state.ts";
import type { Command } from "../../domain/command.ts";
import { runningMatter } from "../../domain/demands.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { problem, type Problem } from "../../kernel/problem.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { PackInUse, Store } from "../deps.ts";
import type { StreamHead } from "../log/stream-state.ts";
import type { Tenant } from "../tenant.ts";
import { decideContext, originOf } from "./context.ts";
import { decideOn, undecided, type DecidedAkt } from "./decide-on.ts";
import {
  answersFor,
  intakeType,
  type IntakeRequest,
  type ReportedChild,
  type ReportedOpening,
} from "./intake-request.ts";
import type { Family } from "./load-akt.ts";
import type { BoardTime, Organisation } from "./organisation.ts";
import type { WriteContext } from "./write-akt.ts";

/** What was read before the children of a report are decided on. */
export interface ChildSetting {
  readonly tenant: Tenant;
  readonly organisation: Organisation;
  /** The specification the report is written with. */
  readonly pack: PackInUse;
  /** The akt of each person that has one. */
  readonly akter: ReadonlyMap<Uuid, Uuid>;
  readonly families: ReadonlyMap<Uuid, Family | undefined>;
  readonly heads: ReadonlyMap<Uuid, StreamHead<AktState> | undefined>;
  /** What is about the same child in other akter, by akt. */
  readonly linked: ReadonlyMap<Uuid, readonly AktState[]>;
  readonly time: BoardTime;
  /** The number of each matter that would be started. */
  readonly numbers: ReadonlyMap<Uuid, string>;
}

/** A child's part of a report, decided and not yet written. */
export interface DecidedChild {
  readonly child: ReportedChild;
  readonly akt: Uuid;
  readonly matter: Uuid;
  readonly decided: DecidedAkt;
  readonly context: WriteContext;
}

/** Decides what a report means for one child: the akt if it has none, the report, the assessment if made. */
export function decideChild(
  store: Store,
  request: IntakeRequest,
  child: ReportedChild,
  setting: ChildSetting,
): Result<DecidedChild> {
  const { tenant, organisation, pack, time } = setting;
  const index = request.children.indexOf(child);
  const family = setting.families.get(child.person);
  if (family === undefined) {
    const pointer = `/children/${index}/person`;
    return fail(problem("person.not-found", { status: 404, pointer }));
  }
  const ctx = decideContext(store, organisation, { actor: request.actor, family, pack }, time);
  if (!ctx.ok) return ctx;
  const known = setting.akter.get(child.person);
  const head = known === undefined ? undefined : setting.heads.get(known);
  const akt = known ?? store.ids.next();
  const matter = matterFor(head?.state, child);
  const origin = originOf(store, tenant, request.commandId, pack);
  let decided = undecided(head);
  const number = child.number ?? setting.numbers.get(matter);
  for (const command of commandsFor(request, child, { matter, number }, head?.state)) {
    const linked = setting.linked.get(akt) ?? [];
    const next = decideOn(decided, akt, command, { ...ctx.value, linked }, origin);
    if (!next.ok) return fail(next.problems.map((found) => placed(found, command, index)));
    decided = next.value;
  }
  const context = { akt, before: head?.state, family, pack, today: time.today };
  return ok({ child, akt, matter, decided, context });
}

/** The matter that a report of a child would start; undefined where it goes to one there is. */
export function startedBy(
  { akter, heads }: Pick<ChildSetting, "akter" | "heads">,
  child: ReportedChild,
): Uuid | undefined {
  const known = akter.get(child.person);
  const state = known === undefined ? undefined : heads.get(known)?.state;
  const matter = matterFor(state, child);
  return state?.matters[matter] === undefined ? matter : undefined;
}

/** The matter of the running investigation, to which the report will be linked, else its own. */
function matterFor(state: AktState | undefined, child: ReportedChild): Uuid {
  return (state === undefined ? undefined : runningMatter(state)?.matter) ?? child.matter;
}

function commandsFor(
  request: IntakeRequest,
  child: ReportedChild,
  { matter, number }: { readonly matter: Uuid; readonly number: string | undefined },
  state: AktState | undefined,
): Command[] {
  const isNew = state === undefined;
  // Where an investigation runs there is nothing to open: the application has joined it.
  const joins = state !== undefined && runningMatter(state) !== undefined;
  const { reasons } = request;
  const receive: Command = {
    type: intakeType(request),
    matter,
    ids: { report: child.report },
    data: answersFor(request, child),
    computed: { moreChildren: request.children.length > 1 },
    ...(number === undefined ? {} : { matterNumber: number }),
    reasons,
  };
  const create: Command = { type: "akt.create", ids: { person: child.person }, data: {} };
  const assess: Command = {
    type: "protection.assess",
    matter,
    ids: { report: child.report },
    data: child.protection ?? {},
    reasons,
  };
  return [
    ...(isNew ? [create] : []),
    receive,
    ...(child.protection === undefined ? [] : [assess]),
    ...(child.opening === undefined || joins
      ? []
      : [openingOf(child, child.opening, matter, reasons)]),
  ];
}

function openingOf(
  child: ReportedChild,
  { investigation, investigator, data }: ReportedOpening,
  matter: Uuid,
  reasons: IntakeRequest["reasons"],
): Command {
  const ids = { report: child.report, investigation };
  return {
    type: "investigation.open",
    matter,
    ids: investigator === undefined ? ids : { ...ids, investigator },
    data,
    reasons,
  };
}

/** Where the answers of a child's own commands stand in the request. */
const placeOfCommand: Readonly<Record<string, string>> = {
  "protection.assess": "protection",
  "investigation.open": "opening",
};

/** Points at the child whose assessment or opening it is about; what is wrong with the report concerns all. */
function placed(found: Problem, command: Command, index: number): Problem {
  const place = placeOfCommand[command.type];
  if (place === undefined || found.pointer === undefined) return found;
  const pointer = found.pointer.replace(/^\/data/, `/children/${index}/${place}`);
  return { ...found, pointer };
}
