import { parseUuid, type Uuid } from "../../kernel/ids.ts";
import {
  instantOfLocal,
  parseLocalDateTime,
  stockholmDate,
  type Instant,
} from "../../kernel/instant.ts";
import { plainDate } from "../../kernel/plain-date.ts";
import type { Problem } from "../../kernel/problem.ts";
import type { AktState } from "../akt-state.ts";
import { applyAkt, foldAkt } from "../apply.ts";
import type { Command, DecideContext, PartyFacts, StaffFacts } from "../command.ts";
import { decideAkt } from "../decide.ts";
import type { Answers, RecordedEvent } from "../event.ts";
import { changesThePast, standingEvents } from "../record/standing-events.ts";
import type { PersonState } from "../person/person-state.ts";
import { readSpecForTests } from "./read-spec.ts";

/** A stable id for tests: `id(1)`. */
export function id(n: number): Uuid {
  const parsed = parseUuid(`01900000-0000-7000-8000-${String(n).padStart(12, "0")}`);
  if (parsed === undefined) throw new Error("bad test id");
  return parsed;
}

export function at(local: string): Instant {
  const parsed = parseLocalDateTime(local);
  if (parsed === undefined) throw new Error(`bad test time ${local}`);
  return instantOfLocal(parsed);
}

export const child = id(100);
export const mother = id(101);
export const father = id(102);
export const worker: StaffFacts = {
  staff: id(201),
  name: "Ylva",
  role: "caseworker",
  qualified: true,
  unit: id(301),
};
export const assistant: StaffFacts = {
  staff: id(202),
  name: "Per",
  role: "assistant",
  qualified: false,
  unit: id(301),
};
export const manager: StaffFacts = {
  staff: id(203),
  name: "Carina",
  role: "unit-manager",
  qualified: true,
  unit: id(301),
};
export const committee: StaffFacts = {
  staff: id(204),
  name: "Utskottet",
  role: "committee",
  qualified: false,
};
/** The manager of another unit. */
export const otherManager: StaffFacts = { ...manager, staff: id(205), unit: id(302) };
/** Carries out measures outside the board. */
export const performer: StaffFacts = {
  staff: id(206),
  name: "Hanna Solbäck",
  role: "provider",
  qualified: false,
};
const staff = [worker, assistant, manager, committee, otherManager, performer];

/** A child born on a day, with two guardians. */
export function personBorn(born: string): PersonState {
  const from = plainDate(born);
  return {
    person: child,
    registeredOn: from,
    identityHistory: [],
    fields: { birthDate: [{ validFrom: from, value: born }] },
    relations: [],
  };
}

export interface Outcome {
  readonly ok: boolean;
  readonly problems: readonly Problem[];
  readonly rules: readonly string[];
}

/** Plays commands on one akt in memory: what the store does, without a store. */
export class Chain {
  state: AktState | undefined;
  readonly events: RecordedEvent[] = [];
  readonly #child: PersonState;
  readonly #parties: readonly PartyFacts[];

  constructor(
    born: string,
    parties: readonly Uuid[] = [mother, father],
    protectedParties: readonly Uuid[] = [],
  ) {
    this.#child = personBorn(born);
    this.#parties = parties.map((person) => ({
      person,
      kind: "guardian",
      ...(protectedParties.includes(person) ? { protected: true } : {}),
    }));
  }

  context(now: Instant, actor: StaffFacts): DecideContext {
    return {
      ...readSpecForTests(),
      now,
      today: stockholmDate(now),
      actor,
      staff: (wanted) => staff.find((member) => member.staff === wanted),
      isUnit: (wanted) => staff.some((member) => member.unit === wanted),
      child: this.#child,
      parties: this.#parties,
      newId: () => id(999),
    };
  }

  /** Gives a command at a local time; on success its events are folded in. */
  give(
    type: string,
    time: string,
    more: Partial<Command> & { readonly by?: StaffFacts; readonly data?: Answers } = {},
  ): Outcome {
    const { by = worker, ...rest } = more;
    const now = at(time);
    const named = this.events.find(({ seq }) => seq === rest.data?.["entry"]);
    const counts = named && (standingEvents(this.events)[named.seq - 1] ?? named);
    const entry = counts === undefined ? {} : { entry: counts };
    const fixed = { type, ids: {}, data: {}, matter: id(1), occurredAt: now, ...entry };
    const history = counts === undefined ? {} : { history: [...this.events] };
    const command: Command = { ...fixed, ...history, ...rest };
    const decided = decideAkt(this.state, command, this.context(now, by));
    const problems = decided.ok ? decided.warnings : decided.problems;
    if (decided.ok) {
      for (const event of decided.events) {
        const recorded = { ...event, seq: this.events.length + 1 };
        this.events.push(recorded);
        this.state = changesThePast(recorded)
          ? foldAkt(this.events, id(50))
          : applyAkt(this.state, recorded, id(50));
      }
    }
    return { ok: decided.ok, problems, rules: problems.flatMap((found) => found.ruleId ?? []) };
  }

  /** As `give`, for steps of a test that must succeed. */
  must(type: string, time: string, more: Parameters<Chain["give"]>[2] = {}): void {
    const outcome = this.give(type, time, more);
    if (!outcome.ok) throw new Error(`${type} was refused: ${JSON.stringify(outcome.problems)}`);
  }
}

/** A report of concern with what the law demands of one. */
export const reportData: Answers = {
  kind: "report",
  arrivedAt: "2026-03-02T10:00",
  channel: "phone",
  reporterKind: "school",
  reporterClass: "duty-general",
  parts: [{ id: id(900), audience: "common", text: "Skolan berättar om hög frånvaro." }],
  reasons: ["school"],
  mainReason: "school",
  violence: ["none"],
};

/** Content of a decision basis that may be signed. */
export const basisContent: Answers = {
  childView: "Barnet vill ha hjälp.",
  bestInterests: "Det är bäst för barnet att få stöd.",
  proposal: "Barnet beviljas samtal.",
  exposure: "yes",
  centralNeeds: [{ id: id(910), area: "BU3", words: "Trygghet" }],
  goals: [
    {
      id: id(911),
      need: id(910),
      words: "Barnet sover hela natten",
      measurable: true,
      baseline: "2 nätter av 7",
      target: "5 nätter av 7",
    },
  ],
};
