import { globSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

import { loadPack } from "../../spec/load.ts";
import type { Pack } from "../../spec/types.ts";
import type { FollowupSettings } from "../settings.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** The shipped pack, read from its files. */
export function shippedPack(): Pack {
  const folder = join(root, "spec/mittpunkt/2026-1");
  const files = new Map<string, unknown>();
  for (const path of globSync("**/*.json", { cwd: folder })) {
    const name = relative("", path).split(sep).join("/");
    files.set(name, JSON.parse(readFileSync(join(folder, path), "utf8")));
  }
  const loaded = loadPack(files);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems.slice(0, 3)));
  return loaded.value;
}

/** The settings of follow-up, read from their file. */
export function shippedSettings(): FollowupSettings {
  return JSON.parse(
    readFileSync(join(root, "spec/followup/settings.json"), "utf8"),
  ) as FollowupSettings;
}
