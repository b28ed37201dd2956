import type { z } from "zod";
import type { PlainDate } from "../kernel/plain-date.ts";
import { problem } from "../kernel/problem.ts";
import type { Problem } from "../kernel/problem.ts";
import { fail, ok } from "../kernel/result.ts";
import type { Result } from "../kernel/result.ts";
import { fileShapes, parseFile } from "./parse-rows.ts";
import type {
  Act,
  AppealRow,
  Ceiling,
  DeadlineRow,
  DelegationOrder,
  Guard,
  Law,
  RetentionRow,
  SectionReference,
  Text,
} from "./types.ts";

/** A row as its file has it: how it is cited follows from its act. */
type Uncited<T extends SectionReference> = Omit<T, "cited">;

/** What has been read so far, before it is indexed. */
interface Rows {
  readonly acts: Act[];
  readonly deadlines: Uncited<DeadlineRow>[];
  readonly guards: Uncited<Guard>[];
  readonly ceilings: Uncited<Ceiling>[];
  readonly orders: DelegationOrder[];
  readonly appeals: AppealRow[];
  readonly retention: Uncited<RetentionRow>[];
  readonly texts: [string, Text][];
  readonly problems: Problem[];
}

/**
 * Reads the law from its files: `<act>/<kind>.json` or `<act>/<kind>-<part>.json`, where kind is
 * act, deadlines, guards, delegation, appeals, retention or texts, and `delegation/<order>.json`.
 * `calendar/` and `fixtures/` belong to others and are left alone.
 *
 * Refuses an unknown file (`law.unknown-file`), an unknown key (`law.unknown-key`), a wrong shape
 * (`law.shape`), an act without its act.json (`law.unknown-act`) and an id given twice
 * (`law.duplicate`). Whether the rows fit one another is for `checkLaw`.
 */
export function loadLaw(files: ReadonlyMap<string, unknown>): Result<Law> {
  const rows: Rows = {
    acts: [],
    deadlines: [],
    guards: [],
    ceilings: [],
    orders: [],
    appeals: [],
    retention: [],
    texts: [],
    problems: [],
  };
  for (const [path, content] of files) readFile(path, content, rows);
  const problems = [...rows.problems, ...unknownActs(rows), ...duplicateTexts(rows.texts)];
  return problems.length > 0 ? fail(problems) : ok(indexed(rows));
}

function readFile(path: string, content: unknown, rows: Rows): void {
  const [folder = "", name = ""] = path.split("/");
  if (folder === "calendar" || folder === "fixtures") return;
  if (folder === "delegation") {
    take(rows, path, fileShapes.order, content, (order) => rows.orders.push(order));
    return;
  }
  const kind = /^([a-z]+)(?:-[a-z0-9-]+)?\.json$/.exec(name)?.[1];
  const readers = readersOf(folder, rows);
  const reader = kind === undefined ? undefined : readers[kind];
  if (reader === undefined || path.split("/").length !== 2) {
    rows.problems.push(problem("law.unknown-file", { params: { file: path } }));
    return;
  }
  reader(path, content);
}

type Reader = (path: string, content: unknown) => void;

/** The act of a row is the folder it lies in. */
function readersOf(act: string, rows: Rows): Readonly<Record<string, Reader>> {
  const each = <T extends object>(
    shape: z.ZodType<T[]>,
    keep: (row: T & { readonly act: string }) => unknown,
  ): Reader => {
    return (path, content) => {
      take(rows, path, shape, content, (found) => {
        for (const row of found) keep({ ...row, act });
      });
    };
  };
  return {
    act: (path, content) => {
      take(rows, path, fileShapes.act, content, (found) => rows.acts.push(found));
    },
    deadlines: each(fileShapes.deadlines, (row) => rows.deadlines.push(row)),
    guards: each(fileShapes.guards, (row) => rows.guards.push(row)),
    delegation: each(fileShapes.ceilings, (row) => rows.ceilings.push(row)),
    appeals: each(fileShapes.appeals, (row) => rows.appeals.push(row)),
    retention: each(fileShapes.retention, (row) => rows.retention.push(row)),
    texts: (path, content) =>
      take(rows, path, fileShapes.texts, content, (found) => {
        rows.texts.push(...Object.entries(found));
      }),
  };
}

function take<T>(
  rows: Rows,
  path: string,
  shape: z.ZodType<T>,
  content: unknown,
  keep: (value: T) => unknown,
): void {
  const parsed = parseFile(path, shape, content);
  if (parsed.ok) keep(parsed.value);
  else rows.problems.push(...parsed.problems);
}

function unknownActs(rows: Rows): Problem[] {
  const known = new Set(rows.acts.map((act) => act.id));
  const used = [rows.deadlines, rows.guards, rows.ceilings, rows.appeals, rows.retention].flat();
  const unknown = new Set(used.map((row) => row.act).filter((act) => !known.has(act)));
  return [...unknown].map((act) => problem("law.unknown-act", { params: { act } }));
}

function duplicateTexts(texts: readonly [string, Text][]): Problem[] {
  const ids = texts.map(([id]) => id);
  const twice = new Set(ids.filter((id, index) => ids.indexOf(id) !== index));
  return [...twice].map((id) => problem("law.duplicate", { params: { id } }));
}

function indexed(rows: Rows): Law {
  const acts = new Map(rows.acts.map((act) => [act.id, act]));
  const cited = <T extends { readonly act: string; readonly section: string }>(row: T) => ({
    ...row,
    cited: `${row.section} ${acts.get(row.act)?.cited ?? ""}`.trim(),
  });
  return {
    acts,
    deadlines: grouped(rows.deadlines.map(cited), (row) => [row.id]),
    guards: grouped(rows.guards.map(cited), (row) => row.on),
    ceilings: grouped(rows.ceilings.map(cited), (row) => [row.decision]),
    orders: rows.orders.toSorted(byValidFrom),
    appeals: grouped(rows.appeals, (row) => [row.decision]),
    retention: rows.retention.map(cited).toSorted(byValidFrom),
    texts: new Map(rows.texts),
  };
}

function grouped<T extends { readonly validFrom: PlainDate }>(
  rows: readonly T[],
  keysOf: (row: T) => readonly string[],
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows.toSorted(byValidFrom)) {
    for (const key of keysOf(row)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [row]);
      else group.push(row);
    }
  }
  return groups;
}

function byValidFrom(
  a: { readonly validFrom: PlainDate },
  b: { readonly validFrom: PlainDate },
): number {
  if (a.validFrom === b.validFrom) return 0;
  return a.validFrom < b.validFrom ? -1 : 1;
}
