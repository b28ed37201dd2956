import { randomBytes } from "node:crypto";

import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { Uuid } from "../kernel/ids.ts";
import {
  findFile,
  findPrint,
  MAX_FILE_BYTES,
  readFileBytes,
  saveFile,
  type NewFile,
} from "./files.ts";
import { valueOf } from "./testing/cluster.ts";
import { openTestStore, type TestStore } from "./testing/test-store.ts";

let board: TestStore;
let akt: Uuid;
let matter: Uuid;

beforeAll(async () => {
  board = await openTestStore();
  [akt, matter] = [board.id(), board.id()];
});

afterAll(() => board.close());

function wanted(bytes: Uint8Array, more: Partial<NewFile> = {}): NewFile {
  return {
    file: board.id(),
    akt,
    matter,
    kind: "received",
    name: "intyg.pdf",
    mediaType: "application/pdf",
    madeBy: board.worker,
    madeAt: board.store.clock.now(),
    bytes,
    ...more,
  };
}

describe("a file", () => {
  test.each([1, 1024 * 1024, 1024 * 1024 + 1, 3_500_000])(
    "of %i bytes comes back the same",
    async (size) => {
      const bytes = randomBytes(size);
      const saved = valueOf(await board.inBoard((tx) => saveFile(tx, wanted(bytes))));
      expect(saved).toMatchObject({ size, akt, matter, kind: "received" });
      const read = await board.inBoard(async (tx) =>
        readFileBytes(tx, (await findFile(tx, saved.file))!),
      );
      expect(read.equals(bytes)).toBe(true);
    },
  );

  test("received twice in a matter is kept once, and in another matter again", async () => {
    const bytes = randomBytes(100);
    const save = (more: Partial<NewFile> = {}) =>
      board.inBoard(async (tx) => valueOf(await saveFile(tx, wanted(bytes, more))).file);
    const first = await save();
    expect(await save()).toBe(first);
    expect(await save({ matter: board.id() })).not.toBe(first);
  });

  test("printed for the same recipient is made once", async () => {
    const subject = "basis 1 internal";
    const save = (bytes: Uint8Array) =>
      board.inBoard(async (tx) =>
        valueOf(await saveFile(tx, wanted(bytes, { kind: "print", subject }))),
      );
    const first = await save(randomBytes(50));
    expect((await save(randomBytes(50))).file).toBe(first.file);
    expect(await board.inBoard((tx) => findPrint(tx, subject))).toEqual(first);
    expect(await board.inBoard((tx) => findPrint(tx, "other"))).toBeUndefined();
  });

  test("too large or empty is refused, and so is an id that is taken", async () => {
    const save = (file: NewFile) => board.inBoard((tx) => saveFile(tx, file));
    expect(await save(wanted(new Uint8Array()))).toMatchObject({
      problems: [{ id: "file.empty" }],
    });
    const large = new Uint8Array(MAX_FILE_BYTES + 1);
    expect(await save(wanted(large))).toMatchObject({ problems: [{ id: "file.too-large" }] });
    const first = wanted(randomBytes(10));
    valueOf(await save(first));
    const other = wanted(randomBytes(10), { file: first.file });
    expect(await save(other)).toMatchObject({ problems: [{ id: "file.id-taken" }] });
  });

  test("whose bytes were changed is not handed out", async () => {
    const saved = valueOf(await board.inBoard((tx) => saveFile(tx, wanted(randomBytes(10)))));
    const change = `update file_chunk set bytes = '\\x00' where file = '${saved.file}'`;
    await expect(board.tampered(change, (tx) => readFileBytes(tx, saved))).rejects.toThrow(
      "not those that were stored",
    );
  });
});
