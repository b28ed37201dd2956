import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { reportData } from "../domain/testing/chain.ts";
import type { Uuid } from "../kernel/ids.ts";
import { batch, BATCH_LIMIT, type BatchCommand } from "./batch.ts";
import { rebuildCheck } from "./rebuild.ts";
import { tenantOf } from "./tenant.ts";
import { valueOf } from "./testing/cluster.ts";
import {
  aktRequest,
  at,
  entry,
  openTestStore,
  receiveReport,
  registerPerson,
  type TestStore,
} from "./testing/test-store.ts";
import { verifyLog } from "./verify.ts";

let board: TestStore;
let akt: Uuid;
let matter: Uuid;

beforeAll(async () => {
  board = await openTestStore();
  board.setTime("2026-03-02T10:05");
  const person = await registerPerson(board, { givenName: "Alva", birthDate: "2014-02-17" });
  ({ akt, matter } = await receiveReport(board, person, reportData));
});

afterAll(() => board.close());

function note(text: string, occurredAt = "2026-03-02T10:00"): BatchCommand {
  const request = aktRequest(board, { akt, matter, type: "note.sign", data: { occurredAt, text } });
  return { kind: "akt", request };
}

describe("a batch", () => {
  test("runs more commands than fit one transaction, in their order", async () => {
    const commands = Array.from({ length: BATCH_LIMIT + 5 }, (_, n) => note(`Nummer ${n}`));
    const results = await batch(board.store, board.tenant, commands);
    const seqs = results.map((result) => {
      const answer = valueOf(result);
      return "seq" in answer ? answer.seq : 0;
    });
    expect(seqs).toEqual(seqs.map((_, n) => (seqs[0] ?? 0) + n));
  });

  test("undoes a refused command and nothing else", async () => {
    const results = await batch(board.store, board.tenant, [
      note("Före"),
      note("I framtiden", "2030-01-01T10:00"),
      {
        kind: "person",
        request: {
          tenant: board.tenant,
          actor: board.worker,
          commandId: board.id(),
          access: entry(board.worker),
          person: board.id(),
          command: { type: "person.register", data: { givenName: "Ny" }, relations: [] },
        },
      },
      {
        kind: "intake",
        request: {
          ...aktRequest(board, { akt, type: "report.receive" }),
          data: reportData,
          // A matter of another child: seen only when the row is written.
          children: [
            {
              person: await registerPerson(board, { givenName: "Elmer", birthDate: "2016-01-01" }),
              report: board.id(),
              matter,
            },
          ],
        },
      },
      note("Efter"),
    ]);
    expect(results.map((result) => result.ok)).toEqual([true, false, true, false, true]);
    const refused = await board.admin(
      "select rule from access_log where kind = 'refused' order by no",
    );
    expect(refused).toEqual([
      { rule: "command.time-later-than-now" },
      { rule: "command.id-taken" },
    ]);
    expect((await board.inBoard(verifyLog)).broken).toEqual([]);
    const rebuilt = await rebuildCheck(board.store, board.database.connections.app, board.tenant);
    expect(rebuilt.differences).toEqual([]);
  });

  test("given again answers the same and records nothing", async () => {
    const commands = [note("En"), note("Två")];
    const first = await batch(board.store, board.tenant, commands);
    expect(await batch(board.store, board.tenant, commands)).toEqual(first);
  });

  test("takes the moment of each command, for replay", async () => {
    const earlier = { ...note("Då", "2026-03-02T10:06"), at: at("2026-03-02T10:07") };
    const [result] = await batch(board.store, board.tenant, [earlier]);
    const answer = valueOf(result!);
    const [row] = await board.admin(
      `select recorded_at from event where stream = '${akt}' and seq = ${"seq" in answer ? answer.seq : 0}`,
    );
    expect(row).toEqual({ recorded_at: new Date(at("2026-03-02T10:07")) });
  });

  test("works in one board only", async () => {
    const other = tenantOf(board.tenant + 1);
    await expect(batch(board.store, other, [note("Fel nämnd")])).rejects.toThrow("one board");
  });
});
