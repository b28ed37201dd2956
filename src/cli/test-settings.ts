import { problem, type Problem } from "../kernel/problem.ts";
import type { Clock } from "../kernel/clock.ts";
import { instantOfLocal, parseLocalDateTime } from "../kernel/instant.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import { clockFrom, systemClock } from "../store/program-store.ts";

/** How a program that is only tested differs from one in use. Refused where a board is not synthetic. */
export interface TestSettings {
  /** Folders of later specifications to try beside the released one. */
  readonly overlays: readonly string[];
  readonly clock: Clock;
  /** An identity provider may be spoken with over http: one on this machine. */
  readonly providerOverHttp: boolean;
  /** Whether anything of this was asked for. */
  readonly used: boolean;
}

/**
 * Reads MITTPUNKT_SPEC_OVERLAY (a folder) and MITTPUNKT_CLOCK_FROM (the local time at which the clock of the
 * program starts), and MITTPUNKT_PROVIDER_HTTP (`1`). Refuses a time that cannot be read with `setting-unusable`.
 */
export function readTestSettings(env: NodeJS.ProcessEnv): Result<TestSettings> {
  const overlay = given(env, "MITTPUNKT_SPEC_OVERLAY");
  const from = given(env, "MITTPUNKT_CLOCK_FROM");
  const local = from === undefined ? undefined : parseLocalDateTime(from);
  if (from !== undefined && local === undefined) return fail(unreadableTime(from));
  const providerOverHttp = given(env, "MITTPUNKT_PROVIDER_HTTP") === "1";
  return ok({
    overlays: overlay === undefined ? [] : [overlay],
    clock: local === undefined ? systemClock : clockFrom(instantOfLocal(local)),
    providerOverHttp,
    used: overlay !== undefined || from !== undefined || providerOverHttp,
  });
}

/** Real persons' matters are never written by a specification or a clock that is being tried. */
export function testsOnSyntheticOnly(
  settings: TestSettings,
  boards: readonly { readonly synthetic: boolean }[],
): Problem | undefined {
  if (!settings.used || boards.every((board) => board.synthetic)) return undefined;
  return problem("setting-unusable", {
    text: {
      sv: "MITTPUNKT_SPEC_OVERLAY, MITTPUNKT_CLOCK_FROM och MITTPUNKT_PROVIDER_HTTP är för test: installationen har en nämnd som inte är påhittad.",
      en: "MITTPUNKT_SPEC_OVERLAY, MITTPUNKT_CLOCK_FROM and MITTPUNKT_PROVIDER_HTTP are for tests: the installation has a board that is not synthetic.",
    },
  });
}

function given(env: NodeJS.ProcessEnv, name: string): string | undefined {
  const text = env[name];
  return text === "" ? undefined : text;
}

function unreadableTime(text: string): Problem {
  return problem("setting-unusable", {
    text: {
      sv: `MITTPUNKT_CLOCK_FROM kan inte vara "${text}". Skriv till exempel 2026-03-02T08:00.`,
      en: `MITTPUNKT_CLOCK_FROM can't be "${text}". Write for example 2026-03-02T08:00.`,
    },
  });
}
