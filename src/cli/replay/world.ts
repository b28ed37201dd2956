import { isTestNumber } from "../../access/test-numbers.ts";
import { followupProjector } from "../../followup/writer/projector.ts";
import type { FollowupSettings } from "../../followup/settings.ts";
import type { UnitCommand } from "../../domain/unit/decide-unit.ts";
import { seededIdSource, seededRandom, type IdSource, type Uuid } from "../../kernel/ids.ts";
import { instantOfLocal, type Instant, type LocalDateTime } from "../../kernel/instant.ts";
import { carriedOut } from "../../kernel/result.ts";
import type { AccessEntry } from "../../store/access-log.ts";
import { batch, type BatchCommand } from "../../store/batch.ts";
import { makeBoard } from "../../store/commands/execute-unit.ts";
import { createStore, type Store } from "../../store/deps.ts";
import type { Pools } from "../../store/pools.ts";
import type { Specification } from "../../store/specification.ts";
import type { Tenant } from "../../store/tenant.ts";
import type { CaseFile } from "./case-file.ts";
import { makeCaseIds, type CaseIds } from "./case-ids.ts";
import { staffRole } from "./mapping/staff.ts";
import { makeTimeline, recordedAt } from "./timeline.ts";

/** What the replay works with: the specification, and what follow-up adds to it. */
export interface ReplaySpec {
  readonly specification: Specification;
  readonly followup: FollowupSettings;
}

/** Everything that is the same in each run of a case: its ids, its randomness and its clock. */
export interface CaseSetting {
  readonly ids: CaseIds;
  readonly source: IdSource;
  readonly randomBytes: (length: number) => Uint8Array;
  readonly clock: { now(): Instant };
  /** Sets the clock; the store and everything in it reads the same one. */
  setTime(at: Instant): void;
}

/** A board of its own for one case, in a database that nothing else uses. */
export interface World extends CaseSetting, ReplaySpec {
  readonly store: Store;
  readonly pools: Pools;
  readonly tenant: Tenant;
}

/** The setting of a case. It begins when the first thing was recorded. */
export function caseSetting(file: CaseFile): CaseSetting {
  const [first] = makeTimeline(file).events;
  let now = instantOfLocal(first === undefined ? midday(file) : recordedAt(first.event));
  const clock = { now: () => now };
  const source = seededIdSource(`replay ${file.id}`, clock);
  const random = seededRandom(`replay ${file.id}`);
  return {
    ids: makeCaseIds(source),
    source,
    randomBytes: (length) => random.bytes(length),
    clock,
    setTime: (at) => {
      now = at;
    },
  };
}

function midday(file: CaseFile): LocalDateTime {
  // A day of the calendar with a time is a local time.
  return `${file.asOf}T12:00` as LocalDateTime;
}

/** Makes the board of a case with its units and staff. Throws where the store refuses: it is our own doing. */
export async function openWorld(
  pools: Pools,
  spec: ReplaySpec,
  file: CaseFile,
  setting: CaseSetting,
): Promise<World> {
  const { packs, law, order, calendar } = spec.specification;
  const { clock, source, randomBytes } = setting;
  const store = createStore({
    pools,
    clock,
    ids: source,
    randomBytes,
    packs: { current: () => packs.latest, find: (digest) => packs.find(digest) },
    law,
    order,
    calendar,
    projectors: [followupProjector({ randomBytes, settings: spec.followup })],
    isTestNumber,
  });
  const owner = source.next();
  const [municipality] = file.municipalities;
  const made = await makeBoard(store, {
    commandId: source.next(),
    actor: owner,
    access: accessOf(owner, "board.make"),
    name: municipality?.board ?? file.id,
    synthetic: true,
    at: clock.now(),
  });
  const { tenant } = carriedOut("board.make", made);
  const world: World = { ...setting, ...spec, store, pools, tenant };
  await employ(world, file, owner);
  return world;
}

async function employ(world: World, file: CaseFile, owner: Uuid): Promise<void> {
  const { ids, source, tenant, store, clock } = world;
  const units = [...new Set(file.staff.map(({ unit }) => unit))];
  const commands: UnitCommand[] = [
    ...units.map((name) => ({
      type: "unit.make" as const,
      ids: { unit: ids.unit(name) },
      data: { name },
    })),
    ...file.staff.map(({ key, name, role, qualified, unit }) => ({
      type: "staff.add" as const,
      ids: { staff: ids.staff(key), unit: ids.unit(unit) },
      data: { name, role: staffRole(role) ?? "provider", qualified: qualified === true },
    })),
  ];
  // A case expects the levels of areas only where a board has switched them on.
  const asked = store.packs
    .current(tenant)
    .pack.variables.filter(({ never }) => never !== undefined)
    .map(({ id }) => id);
  commands.push({ type: "variables.ask", ids: {}, data: { variables: asked } });
  const requests = commands.map((command): BatchCommand => ({
    kind: "unit",
    at: clock.now(),
    request: {
      tenant,
      actor: owner,
      commandId: source.next(),
      access: accessOf(owner, command.type),
      command,
    },
  }));
  const results = await batch(store, tenant, requests);
  results.forEach((result, at) => carriedOut(commands[at]?.type ?? "unit", result));
}

/** The row of the access log for what the replay does in somebody's name. */
export function accessOf(staff: Uuid, action: string): AccessEntry {
  return { staff, action, purpose: "case-handling", persons: [] };
}
