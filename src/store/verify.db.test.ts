import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { reportData } from "../domain/testing/chain.ts";
import { valueOf } from "./testing/cluster.ts";
import {
  giveAkt,
  openTestStore,
  receiveReport,
  registerPerson,
  type TestStore,
} from "./testing/test-store.ts";
import { verifyLog } from "./verify.ts";

let board: TestStore;

beforeAll(async () => {
  board = await openTestStore();
  board.setTime("2026-03-02T10:05");
  for (const givenName of ["Alva", "Elmer"]) {
    const person = await registerPerson(board, { givenName, birthDate: "2014-02-17" });
    const { akt, matter } = await receiveReport(board, person, reportData);
    for (const text of ["Första", "Andra"]) {
      const data = { occurredAt: "2026-03-02T10:00", text };
      valueOf(await giveAkt(board, { akt, matter, type: "note.sign", data }));
    }
  }
});

afterAll(() => board.close());

/** Runs SQL past every guard, looks at what the check says, and puts everything back. */
async function brokenBy(sql: string): Promise<unknown> {
  return board.tampered(sql, verifyLog);
}

describe("the check of the log", () => {
  test("finds nothing in a log that nobody touched", async () => {
    const report = await board.inBoard(verifyLog);
    const [counts] = await board.admin(
      "select count(*)::int as events, count(distinct stream)::int as streams from event",
    );
    expect(report).toEqual({ ...counts, destroyed: 0, broken: [] });
  });

  const columns: readonly (readonly [string, string])[] = [
    ["body", "overlay(body placing chr(ascii(substr(body, $n, 1)) # 1) from $n for 1)"],
    ["salt", "set_byte(salt, $n % 16, get_byte(salt, $n % 16) # 1)"],
    ["type", "type || 'x'"],
    ["actor", "gen_random_uuid()"],
    ["command_id", "gen_random_uuid()"],
    ["matter", "case when matter is null then gen_random_uuid() end"],
    ["occurred_at", "occurred_at - interval '1 millisecond'"],
    ["recorded_at", "recorded_at + interval '1 day'"],
    ["spec_digest", "'other'"],
    ["law_digest", "'other'"],
    ["retention_class", "case retention_class when 'config' then 'unit' else 'config' end"],
  ];

  test("names the first place of the stream where any byte of any event was changed", async () => {
    const events = await board.admin<{ stream: string; seq: number; length: number }>(
      "select stream, seq, length(body) as length from event order by stream, seq",
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...events),
        fc.constantFrom(...columns),
        fc.nat(),
        async ({ stream, seq, length }, [column, change], n) => {
          const at = String(1 + (n % length));
          const value = change.replaceAll("$n", at);
          const found = await brokenBy(
            `update event set ${column} = ${value} where stream = '${stream}' and seq = ${seq}`,
          );
          expect(found).toMatchObject({ broken: [{ stream, seq, reason: "event-changed" }] });
        },
      ),
      { numRuns: 20 },
    );
  });

  test.each([
    ["a link's hash", "set hash = sha256(hash)", "hash-wrong"],
    ["a link's payload hash", "set payload_hash = sha256(hash)", "hash-wrong"],
    ["what it links to", "set prev_hash = sha256(hash)", "chain-broken"],
  ])("sees %s changed", async (_name, change, reason) => {
    const [link] = await board.admin<{ stream: string }>(
      "select stream from event_head where seq = 2 limit 1",
    );
    const where = `where stream = '${link!.stream}' and seq = 2`;
    const found = await brokenBy(`update event_head ${change} ${where}`);
    expect(found).toMatchObject({ broken: [{ stream: link!.stream, seq: 2, reason }] });
  });

  test("sees an event and its link taken out of the middle, off the end, or slipped in", async () => {
    const [stream] = await board.admin<{ stream: string; last: number }>(
      "select stream, max(seq) as last from event group by stream order by 2 desc limit 1",
    );
    const { stream: id, last } = stream!;
    const take = (seq: number) =>
      `delete from event where stream = '${id}' and seq = ${seq};
       delete from event_head where stream = '${id}' and seq = ${seq}`;
    expect(await brokenBy(take(2))).toMatchObject({
      broken: [{ stream: id, seq: 3, reason: "number-missing" }],
    });
    expect(await brokenBy(take(last))).toMatchObject({
      broken: [{ stream: id, seq: last, reason: "end-differs" }],
    });
    const copy = `insert into event select tenant, stream, ${last + 1}, matter, retention_class, type,
      occurred_at, recorded_at, actor, command_id, spec_digest, law_digest, salt, body
      from event where stream = '${id}' and seq = ${last}`;
    expect(await brokenBy(copy)).toMatchObject({
      broken: [{ stream: id, seq: last + 1, reason: "event-without-link" }],
    });
  });

  test("lets events go that a destruction run says it took, and names any other that is gone", async () => {
    const lawful = `insert into retention_link
      select tenant, stream, seq, '${board.id()}' from event where type = 'note.signed';
      delete from event where type = 'note.signed'`;
    expect(await brokenBy(lawful)).toMatchObject({ destroyed: 4, broken: [] });
    const found = await brokenBy("delete from event where type = 'note.signed'");
    const reasons = (found as { broken: { reason: string }[] }).broken.map(({ reason }) => reason);
    expect(reasons).toEqual(["event-missing", "event-missing"]);
  });
});
