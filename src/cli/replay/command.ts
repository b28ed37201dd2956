import type { Uuid } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { Problem } from "../../kernel/problem.ts";
import type { BatchCommand } from "../../store/batch.ts";
import type { CaseEvent } from "./case-file.ts";
import type { Action, AktAction } from "./mapping/mapping.ts";
import { accessOf, type World } from "./world.ts";

/** Given where the case says no reason of its own for going on in spite of a warning. */
const REASON = "Skälen framgår av händelsen i ärendet.";
/** Fields of an event that hold a reason, the most fitting first. */
const reasonFields = ["reasonText", "reason", "participationReason", "reasons"] as const;

/** Where things of the case are in the database. */
export interface PlayContext {
  /** The akt of each matter that has begun, by the matter's name. */
  readonly akts: Map<string, { readonly akt: Uuid; readonly matter: Uuid }>;
  /** Ids of things, and "akt number" of events of an akt, to the event of the case that made them. */
  readonly things: Map<string, string>;
  /** The draft in use, by the draft the plan names. */
  readonly drafts: Map<Uuid, Uuid>;
}

export interface Who {
  readonly actor: Uuid;
  readonly at: Instant;
  readonly occurredAt: Instant;
}

/**
 * The command of an action, as the store takes it. The akt of a matter is the one its first report made; a
 * matter that has none gets an id that no akt has, so that the store answers that there is none.
 */
export function commandOf(
  world: World,
  action: Action,
  who: Who,
  playing?: PlayContext,
): BatchCommand {
  const { actor, at } = who;
  const base = { tenant: world.tenant, actor, commandId: world.source.next() };
  switch (action.on) {
    case "person": {
      const { type, data, relations, validFrom } = action;
      const command = {
        type,
        data,
        relations,
        occurredAt: who.occurredAt,
        ...(validFrom === undefined ? {} : { validFrom }),
      };
      const person = world.ids.person(action.person);
      return {
        kind: "person",
        at,
        request: { ...base, access: accessOf(actor, type), person, command },
      };
    }
    case "intake": {
      const children = action.children.map(({ child, matter, report }) => ({
        person: world.ids.person(child),
        matter: playing?.akts.get(matter)?.matter ?? world.ids.matter(matter),
        report,
      }));
      const { data, type } = action;
      const access = accessOf(actor, type);
      const request = { ...base, command: type, access, data, children, reasons: {} };
      return { kind: "intake", at, request };
    }
    case "akt":
      return aktCommandOf(world, action, who, playing);
  }
}

function aktCommandOf(
  world: World,
  action: AktAction,
  { actor, at, occurredAt }: Who,
  playing: PlayContext | undefined,
): BatchCommand {
  const { type, ids, data } = action;
  const place = playing?.akts.get(action.matter);
  const named = entryOf(action.entryOf, place?.akt, playing);
  const draft = action.draft === undefined ? undefined : playing?.drafts.get(action.draft);
  return {
    kind: "akt",
    at,
    request: {
      tenant: world.tenant,
      actor,
      commandId: world.source.next(),
      access: accessOf(actor, type),
      akt: place?.akt ?? world.source.next(),
      matter: place?.matter ?? world.ids.matter(action.matter),
      type,
      ids,
      data: named === undefined ? data : { ...data, entry: named },
      occurredAt,
      reasons: {},
      expect: {},
      ...(draft === undefined ? {} : { draft }),
    },
  };
}

/** The number in an akt of the line that an event of the case has become. */
function entryOf(
  event: string | undefined,
  akt: Uuid | undefined,
  playing: PlayContext | undefined,
): number | undefined {
  if (event === undefined || akt === undefined) return undefined;
  for (const [thing, made] of playing?.things ?? []) {
    const [stream, seq] = thing.split(" ");
    if (made === event && stream === akt && seq !== undefined) return Number(seq);
  }
  return undefined;
}

/** The same command with a reason for each rule that was warned of. */
export function withReasons(
  world: World,
  command: BatchCommand,
  warnings: readonly Problem[],
  event: CaseEvent,
): BatchCommand {
  const written = reasonFields
    .map((field) => event.data[field])
    .find((value) => typeof value === "string" && value.trim() !== "");
  const text = typeof written === "string" ? written : REASON;
  const reasons = Object.fromEntries(
    warnings.flatMap(({ ruleId }) => (ruleId === undefined ? [] : [[ruleId, text]])),
  );
  const commandId = world.source.next();
  if (command.kind === "akt") {
    return { ...command, request: { ...command.request, commandId, reasons } };
  }
  if (command.kind === "intake") {
    return { ...command, request: { ...command.request, commandId, reasons } };
  }
  return command;
}
