import { secretSetting } from "../store/postgres/secret-setting.ts";
import { EXIT, type RunCommand } from "./command.ts";
import { hasFactorKeyApart } from "./factor-key.ts";

/** One thing a board of real persons needs of the machine, and whether it is there. */
export interface Condition {
  readonly id: string;
  readonly met: boolean;
  /** What it is for, and what to set. */
  readonly words: string;
}

/**
 * What a board of real persons needs that the program can see in its settings. What it can't see (who answers for
 * what, agreements, an outside test) stands in `docs/first-board.md`.
 */
export function readiness(env: NodeJS.ProcessEnv): readonly Condition[] {
  const has = (name: string) => (env[name] ?? "").trim() !== "";
  const holds = (name: string) => {
    const found = secretSetting(env, name);
    return found.ok && found.value !== undefined;
  };
  return [
    {
      id: "address",
      met: (env["PUBLIC_URL"] ?? "").startsWith("https://"),
      words: "the address people type, with TLS in front: PUBLIC_URL=https://...",
    },
    {
      id: "proxy",
      met: has("TRUST_PROXY") && env["TRUST_PROXY"] !== "0",
      words: "addresses in the access log are those of people, not of the proxy: TRUST_PROXY=1",
    },
    {
      id: "database",
      met: holds("DATABASE_URL"),
      words: "a PostgreSQL of your own, kept and watched: DATABASE_URL, or a file with it",
    },
    {
      id: "backup",
      met: has("BACKUP_FOLDER") && has("BACKUP_RECIPIENTS"),
      words:
        "a backup a day, encrypted to a key that is elsewhere: BACKUP_FOLDER, BACKUP_RECIPIENTS",
    },
    {
      id: "anchor",
      met: has("MITTPUNKT_ANCHOR_TO"),
      words:
        "the hash of the logs on another machine, so that a rewriting is seen: MITTPUNKT_ANCHOR_TO",
    },
    {
      id: "factor-key",
      met: hasFactorKeyApart(env),
      words: "the key of second factors in a place of its own, with a copy: MITTPUNKT_FACTOR_KEY",
    },
    {
      id: "scanner",
      met: has("MITTPUNKT_SCAN"),
      words: "received files are looked through for viruses: MITTPUNKT_SCAN",
    },
    {
      id: "no-test-settings",
      met: !has("MITTPUNKT_CLOCK_FROM") && !has("MITTPUNKT_SPEC_OVERLAY"),
      words: "no setting for tests: MITTPUNKT_CLOCK_FROM, MITTPUNKT_SPEC_OVERLAY",
    },
  ];
}

/** Tells what is set and what is not. Ends with 1 while something is missing. */
export const ready: RunCommand = (args, output) => {
  const conditions = readiness(process.env);
  if (args.json) output.out(JSON.stringify({ conditions }));
  for (const { id, met, words } of args.json ? [] : conditions) {
    output.out(`${met ? "in order" : "MISSING "}  ${id.padEnd(16)} ${words}`);
  }
  const isReady = conditions.every(({ met }) => met);
  return Promise.resolve(isReady ? EXIT.agreed : EXIT.differs);
};
