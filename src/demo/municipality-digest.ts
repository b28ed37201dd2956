import { createHash } from "node:crypto";
import type { Tx } from "../store/in-tenant.ts";
import { statement } from "../store/statement.ts";
import type { DemoFamily } from "./demo-files.ts";
import type { Municipality } from "./municipality/municipality.ts";

/**
 * Makes a digest over every command that makes a municipality, its families one after the other as they are invented:
 * the same seed, size, day, files and `packs` (digests of the specification and the law) give the same. Before the first
 * family it is that of what the families are invented for.
 */
export function commandsDigest(
  { board, absences }: Pick<Municipality, "board" | "absences">,
  packs: readonly string[],
): { readonly add: (family: DemoFamily) => void; readonly digest: () => string } {
  const hash = createHash("sha256");
  hash.update(JSON.stringify([packs, board, absences]));
  return {
    add: (family) => void hash.update(JSON.stringify(family)),
    digest: () => hash.copy().digest("hex"),
  };
}

interface LoggedEvent {
  readonly stream: string;
  readonly line: string;
  readonly [column: string]: string;
}

const STREAMS = statement(
  "demo_log_streams",
  "select distinct stream from event where tenant = $1 order by stream",
);
const EVENTS = statement(
  "demo_log_events",
  `select stream, concat_ws('|', type, occurred_at, recorded_at, actor, matter, spec_digest, law_digest, body) as line
   from event where tenant = $1 and stream = any ($2::uuid[]) order by stream, seq`,
);
const STREAMS_AT_ONCE = 200;
const UUIDS = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gu;

/**
 * A digest over the content of a board's log: every event with its times and its words, an id as the place where its
 * stream first names it (ids are random, and so is the order of the streams). Salts, hashes and commands are left out.
 */
export async function logDigest(tx: Tx): Promise<{ digest: string; events: number }> {
  const streams = await tx.rows<{ stream: string }>(STREAMS, [tx.tenant]);
  const told: string[] = [];
  let events = 0;
  for (let from = 0; from < streams.length; from += STREAMS_AT_ONCE) {
    const part = streams.slice(from, from + STREAMS_AT_ONCE).map(({ stream }) => stream);
    const rows = await tx.rows<LoggedEvent>(EVENTS, [tx.tenant, part]);
    events += rows.length;
    for (const lines of Map.groupBy(rows, ({ stream }) => stream).values()) {
      told.push(streamDigest(lines.map(({ line }) => line)));
    }
  }
  const hash = createHash("sha256");
  for (const each of told.toSorted()) hash.update(each);
  return { digest: hash.digest("hex"), events };
}

function streamDigest(lines: readonly string[]): string {
  const places = new Map<string, number>();
  const place = (id: string): string => {
    const at = places.get(id) ?? places.size;
    places.set(id, at);
    return `#${at}`;
  };
  const hash = createHash("sha256");
  for (const line of lines) hash.update(`${line.replaceAll(UUIDS, place)}\n`);
  return hash.digest("hex");
}
