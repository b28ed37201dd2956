import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { problem } from "../kernel/problem.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import type { FollowupSettings } from "./settings.ts";

const settings: z.ZodType<FollowupSettings> = z.strictObject({
  smallNumber: z.int().min(0),
  outside: z.strictObject({ least: z.int().min(2), rounding: z.int().min(1) }),
  leavesInGroups: z.record(z.string(), z.string().nullable()),
  observationBelowAge: z.int().min(0),
  ownPartyFromAge: z.int().min(0),
  guardianRelations: z.array(z.string()),
  siblingRelations: z.array(z.string()),
  knownWithinMonths: z.int().min(0),
  heard: z.strictObject({ akt: z.string(), utr: z.string() }),
  ageBands: z.array(z.strictObject({ code: z.string(), from: z.int(), to: z.int() })),
  consultations: z.record(z.string(), z.array(z.string())),
  noViolence: z.array(z.string()),
  informants: z.strictObject({
    ofReporter: z.record(z.string(), z.string()),
    ofAct: z.record(z.string(), z.string()),
    network: z.string(),
  }),
  needOfResult: z.record(z.string(), z.string()),
  measureOfPlacement: z.record(z.string(), z.string()),
  retention: z.strictObject({
    keepYears: z.int().min(1),
    frozen: z.record(z.string(), z.array(z.string())),
  }),
});

/** The settings of follow-up below the folder `spec`. Refuses another shape with `spec.shape`. */
export function readFollowupSettings(root: string): Result<FollowupSettings> {
  const file = "followup/settings.json";
  const read = settings.safeParse(JSON.parse(readFileSync(join(root, file), "utf8")));
  return read.success ? ok(read.data) : fail(problem("spec.shape", { params: { file } }));
}
