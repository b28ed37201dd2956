import { describe, expect, test } from "vitest";

import { manyDeletes, manyGuardedRows, manyRows, manyUpdates } from "./many-rows.ts";
import { gatherInSteps, gatherSame, mergeWrites } from "./merge-writes.ts";
import { statement } from "./statement.ts";

const first = {
  statement: statement("test_first", "insert into a values ($1, $2)"),
  values: [1, 2],
};
const second = {
  statement: statement("test_second", "update b set x = $2 where y = $1 and z = $10"),
  values: [3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
};

describe("mergeWrites", () => {
  test("numbers the parameters on", () => {
    const merged = mergeWrites([first, second]);
    expect(merged.statement.text).toBe(
      "with w1 as (insert into a values ($1, $2)),\n" +
        "w2 as (update b set x = $4 where y = $3 and z = $12)\nselect 1",
    );
    expect(merged.values).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });

  test("one write is sent as it is", () => {
    expect(mergeWrites([first])).toBe(first);
  });

  test("the same writes have one name, others another, and those without a name none", () => {
    const names = [
      [first, second],
      [first, second],
      [second, first],
    ].map((writes) => mergeWrites(writes).statement.name);
    expect(names[0]).toBe(names[1]);
    expect(names[2]).not.toBe(names[0]);
    const loose = { statement: { text: "delete from c where d = $1" }, values: [1] };
    expect(mergeWrites([first, loose]).statement.name).toBeUndefined();
  });
});

describe("gatherSame", () => {
  const insert = manyRows(statement("test_many_insert", "insert into a (x, y) values ($1, $2)"));
  const guarded = manyGuardedRows(
    statement(
      "test_many_guarded",
      "with g as (select lock($1))\nselect $1::int, $2 from log_guard",
    ),
  );
  const update = {
    ...statement("test_many_update", "update b set x = $2 where y = $1"),
    many: manyUpdates("b", [["y", "int"]], [["x", "text"]]),
  };
  const erase = {
    ...statement("test_many_delete", "delete from c where tenant = $1 and z = $2"),
    many: manyDeletes("c", "z"),
  };

  test("makes writes of one kind one, with the parameters of each", () => {
    const found = gatherSame([
      { statement: insert, values: [1, 2] },
      { statement: update, values: [3, 4] },
      { statement: insert, values: [5, 6] },
      { statement: update, values: [7, 8] },
      { statement: guarded, values: [1, 9] },
      { statement: guarded, values: [1, 10] },
      { statement: erase, values: [1, "d"] },
      { statement: erase, values: [1, "e"] },
      first,
      first,
    ]);
    expect(found.map(({ statement: { name, text } }) => [name, text])).toEqual([
      ["test_many_insert_x2", "insert into a (x, y) values ($1, $2), ($3, $4)"],
      [
        "test_many_update_x2",
        "update b t set x = v.x from (values ($1::int, $2::text), ($3::int, $4::text)) as v (y, x) where t.y = v.y",
      ],
      [
        "test_many_guarded_x2",
        "with g as (select lock($1))\nselect v.* from log_guard, (values ($1::int, $2), ($3::int, $4)) as v",
      ],
      ["test_many_delete_x2", "delete from c where tenant = $1 and z = any($2::uuid[])"],
      ["test_first", "insert into a values ($1, $2)"],
      ["test_first", "insert into a values ($1, $2)"],
    ]);
    expect(found.map(({ values }) => values)).toEqual([
      [1, 2, 5, 6],
      [3, 4, 7, 8],
      [1, 9, 1, 10],
      [1, ["d", "e"]],
      [1, 2],
      [1, 2],
    ]);
  });

  test("leaves one of a kind as it is, and gives the same statement for the same number", () => {
    const one = [{ statement: insert, values: [1, 2] }, second];
    expect(gatherSame(one)).toBe(one);
    const twice = () => gatherSame([...one, ...one]).map((write) => write.statement);
    expect(twice()[0]).toBe(twice()[0]);
  });

  test("in steps: as many as there are in powers of two, so that few statements are made", () => {
    const many = Array.from({ length: 39 }, (_, at) => ({ statement: insert, values: [at, "v"] }));
    const found = gatherInSteps([...many, { statement: erase, values: [1, "d"] }, first, first]);
    expect(found.map(({ statement: { name } }) => name)).toEqual([
      "test_many_insert_x32",
      "test_many_insert_x4",
      "test_many_insert_x2",
      "test_many_insert",
      "test_many_delete_x2",
      "test_first",
      "test_first",
    ]);
    expect(found.flatMap(({ values }) => values)).toEqual([
      ...many.flatMap(({ values }) => values),
      1,
      ["d"],
      1,
      2,
      1,
      2,
    ]);
  });

  test("only an insert of one row can be made one of many", () => {
    expect(() => manyRows(first.statement)).not.toThrow();
    expect(() => manyRows(second.statement)).toThrow(/does not insert one row/);
    expect(() => manyGuardedRows(first.statement)).toThrow(/guarded/);
  });
});
