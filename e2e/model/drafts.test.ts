import fc from "fast-check";
import { expect, test } from "vitest";

import { judge } from "./judge.ts";
import { steps, take } from "./steps.ts";
import { World } from "./world.ts";

/** Each case is minutes of several people's work; `npm run hunt` tries many more. */
const RUNS = 15;
const share = fc.constantFrom(0, 0.1, 0.3);
const weathers = fc.record({ lost: share, repeated: share, late: share });
const people = fc.integer({ min: 2, max: 3 });

/** On a machine that is busy with everything else. */
const PATIENCE_MS = 240_000;

test(
  "whatever happens on the way: nothing typed is gone without a trace, and all see the same in the end",
  { timeout: PATIENCE_MS },
  async () => {
    const numRuns = process.env["MITTPUNKT_RUNS"] === undefined ? { numRuns: RUNS } : {};
    await fc.assert(
      fc.asyncProperty(fc.nat(), people, weathers, steps, async (seed, count, weather, todo) => {
        const world = new World(seed, count, weather);
        try {
          for (const device of world.devices) world.open(device);
          // Somebody has the same form in two tabs.
          if (world.devices[0] !== undefined) world.open(world.devices[0]);
          await world.time.advance(500);
          for (const step of todo) await take(world, step);
          await world.calmDown();
          expect(judge(world)).toEqual([]);
        } finally {
          world.end();
        }
      }),
      numRuns,
    );
  },
);
