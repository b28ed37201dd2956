import { instantOfLocal } from "../../kernel/instant.ts";
import type { Problem } from "../../kernel/problem.ts";
import { runCommand, type BatchCommand } from "../../store/batch.ts";
import { inTenant, withSavepoint, type Tx } from "../../store/in-tenant.ts";
import { problemsOf } from "../../store/refusal.ts";
import { statement } from "../../store/statement.ts";
import { commandOf, type PlayContext } from "./command.ts";
import type { Action } from "./mapping/mapping.ts";
import type { PlannedAttempt } from "./plan.ts";
import type { World } from "./world.ts";

/** What came of one command of an attempt. */
interface Trial {
  readonly refused: boolean;
  readonly problems: readonly Problem[];
  /** Whether anything of it stood in the database before it was undone. */
  readonly stored: boolean;
}

/** What came of an attempt. */
export interface AttemptOutcome {
  readonly index: number;
  readonly uncovered?: string;
  readonly trials: readonly Trial[];
}

const KEPT = statement(
  "replay_kept",
  `select (select count(*) from event where tenant = $1) +
     (select count(*) from command where tenant = $1) +
     (select count(*) from draft where tenant = $1) as kept`,
);

/** Makes an attempt at its own time as who makes it, and undoes it whatever came of it. */
export async function tryAttempt(
  world: World,
  planned: PlannedAttempt,
  playing: PlayContext,
): Promise<AttemptOutcome> {
  const { attempt, index, actions, uncovered } = planned;
  if (uncovered !== undefined) return { index, uncovered, trials: [] };
  if (!actions.every((action) => hasBegun(action, playing))) {
    return { index, uncovered: "the matter has not begun in the product", trials: [] };
  }
  const before = world.clock.now();
  const at = instantOfLocal(attempt.at);
  world.setTime(at);
  const who = { actor: world.ids.staff(attempt.actor), at, occurredAt: at };
  const trials: Trial[] = [];
  for (const action of actions) {
    trials.push(await tryCommand(world, commandOf(world, action, who, playing)));
  }
  world.setTime(before);
  return { index, trials };
}

function hasBegun(action: Action, playing: PlayContext): boolean {
  return action.on !== "akt" || playing.akts.has(action.matter);
}

/** Makes a command and undoes it whatever came of it. */
export function tryCommand(world: World, command: BatchCommand): Promise<Trial> {
  const { store, tenant } = world;
  return inTenant(store.pools.app, tenant, async (tx) => {
    const before = await kept(tx);
    let trial: Trial = { refused: false, problems: [], stored: false };
    try {
      await withSavepoint(
        tx,
        async (part) => {
          const result = await runCommand(store, part, command);
          const problems = result.ok ? [] : result.problems;
          trial = { refused: !result.ok, problems, stored: (await kept(part)) > before };
        },
        () => false,
      );
    } catch (error) {
      // The database refused; the savepoint has undone it, so nothing of it stands.
      const problems = problemsOf(error);
      if (problems === undefined) throw error;
      trial = { refused: true, problems, stored: false };
    }
    return trial;
  });
}

async function kept(tx: Tx): Promise<number> {
  const [row] = await tx.rows<{ kept: number }>(KEPT, [tx.tenant]);
  return row?.kept ?? 0;
}
