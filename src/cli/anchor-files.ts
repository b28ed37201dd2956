import { statSync } from "node:fs";
import { readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { problem } from "../kernel/problem.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import { listAnchors, type AnchorRow } from "../store/anchor.ts";
import type { Store } from "../store/deps.ts";
import { inTenant } from "../store/in-tenant.ts";
import type { Tenant } from "../store/tenant.ts";

/** A file in the folder of anchors: which board and day, and what it says. */
export interface AnchorFile {
  readonly name: string;
  readonly board: number;
  readonly text: string;
}

/** Why a file that was sent out and the database do not agree. */
export interface AnchorFault {
  readonly place: string;
  readonly reason: "anchor-missing" | "anchor-differs" | "board-missing";
}

const NAME = /^anchor-([1-9]\d{0,8})-(\d{4}-\d{2}-\d{2})\.txt$/;

/** Reads MITTPUNKT_ANCHOR_TO: a folder that is there, or nothing. Refuses anything else with `setting-unusable`. */
export function readAnchorFolder(text: string | undefined): Result<string | undefined> {
  if (text === undefined || text === "") return ok(undefined);
  if (statSync(text, { throwIfNoEntry: false })?.isDirectory() === true) return ok(text);
  return fail(
    problem("setting-unusable", {
      text: {
        sv: `MITTPUNKT_ANCHOR_TO: "${text}" är ingen mapp som finns.`,
        en: `MITTPUNKT_ANCHOR_TO: "${text}" is no folder that is there.`,
      },
    }),
  );
}

/** What the file of an anchor says: which board and day, when it was made, how far it reaches, and its hash. */
export function anchorText(tenant: Tenant, anchor: AnchorRow): string {
  return [
    "mittpunkt anchor 1",
    `board ${tenant}`,
    `day ${anchor.day}`,
    `made ${anchor.made_at}`,
    `seals access ${anchor.access_seal} head ${anchor.head_seal}`,
    `hash ${anchor.hash.toString("hex")}`,
    "",
  ].join("\n");
}

function nameOf(tenant: Tenant, anchor: AnchorRow): string {
  return `anchor-${tenant}-${anchor.day}.txt`;
}

/**
 * Writes the anchors of a board that are not in the folder yet, each a file; gives how many. What lies there is
 * never written over: when it differs, that is what the folder is for.
 */
export async function sendAnchors(store: Store, tenant: Tenant, folder: string): Promise<number> {
  const anchors = await inTenant(store.pools.app, tenant, listAnchors);
  const there = new Set(await readdir(folder));
  const missing = anchors.filter((anchor) => !there.has(nameOf(tenant, anchor)));
  for (const anchor of missing) {
    const path = join(folder, nameOf(tenant, anchor));
    // Whole or not at all: half a file would look like an anchor that was tampered with.
    await writeFile(`${path}.new`, anchorText(tenant, anchor), { mode: 0o644 });
    await rename(`${path}.new`, path);
  }
  return missing.length;
}

/** The anchors that lie in a folder; files of other names are none. Throws when it can't be read. */
export async function readAnchorFiles(folder: string): Promise<readonly AnchorFile[]> {
  const names = (await readdir(folder)).filter((name) => NAME.test(name)).toSorted();
  return Promise.all(
    names.map(async (name) => ({
      name,
      board: Number(NAME.exec(name)?.[1]),
      text: await readFile(join(folder, name), "utf8"),
    })),
  );
}

/** Where what was sent out and what a board has differ: an anchor that is another now, or is gone. */
export function compareAnchors(
  tenant: Tenant,
  anchors: readonly AnchorRow[],
  files: readonly AnchorFile[],
): readonly AnchorFault[] {
  const made = new Map(anchors.map((anchor) => [nameOf(tenant, anchor), anchor]));
  return files
    .filter(({ board }) => board === tenant)
    .flatMap(({ name, text }): AnchorFault[] => {
      const anchor = made.get(name);
      if (anchor === undefined) return [{ place: name, reason: "anchor-missing" }];
      const same = text.trim() === anchorText(tenant, anchor).trim();
      return same ? [] : [{ place: name, reason: "anchor-differs" }];
    });
}
