import { z } from "zod";

export const FORMAT = "mittpunkt-backup";
export const FORMAT_VERSION = 1;
export const HEAD = "head.json";
export const MANIFEST = "manifest.json";

/** A row may be as long as a stored state or a piece of a file, and a piece holds a megabyte of rows. */
export const LARGEST_PART = 64 * 1024 * 1024;

const name = z.string().max(200);
const migration = z.strictObject({ number: z.int(), name, sha256: z.string().max(64) });

const headShape = z.strictObject({
  format: z.literal(FORMAT),
  version: z.int(),
  /** A whole installation, or one board of it. */
  kind: z.enum(["installation", "board"]),
  madeAt: z.string().max(40),
  program: z.string().max(40),
  migrations: z.array(migration).max(10_000),
  tenants: z.array(z.int().positive()).max(100_000),
  tables: z
    .array(z.strictObject({ name, columns: z.array(name).max(2000), ofBoard: z.boolean() }))
    .max(10_000),
});

const manifestShape = z.strictObject({
  sections: z
    .array(
      z.strictObject({
        tenant: z.int().positive().nullable(),
        table: name,
        rows: z.int().nonnegative(),
        sha256: z.string().length(64),
      }),
    )
    .max(10_000_000),
  numberings: z.array(z.strictObject({ name, last: z.string().max(20).nullable() })).max(10_000),
});

/** What a backup is of, and from which schema. The first file in it. */
export type BackupHead = z.infer<typeof headShape>;
/** Rows and digest of every table. The last file in it: without it a backup is not whole. */
export type BackupManifest = z.infer<typeof manifestShape>;
/** The rows of one table, of one board or shared. */
export type Section = BackupManifest["sections"][number];

/** Reads the first file; undefined for anything else. */
export function parseHead(bytes: Buffer): BackupHead | undefined {
  return headShape.safeParse(jsonOf(bytes)).data;
}

/** Reads the last file; undefined for anything else. */
export function parseManifest(bytes: Buffer): BackupManifest | undefined {
  return manifestShape.safeParse(jsonOf(bytes)).data;
}

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    return undefined;
  }
}

/** Where the rows of a table stand: `board-7/public.event/` or `shared/public.installed_pack/`. */
export function folderOf(tenant: number | null, table: string): string {
  return `${tenant === null ? "shared" : `board-${tenant}`}/${table}`;
}

/** Name of a piece of rows. */
export function partName(tenant: number | null, table: string, part: number): string {
  return `${folderOf(tenant, table)}/${String(part).padStart(6, "0")}.copy`;
}
