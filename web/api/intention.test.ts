import { expect, test } from "vitest";
import { NoContactError, RefusedError } from "./client.ts";
import { Intention } from "./intention.ts";

test("is the same until it is known what came of it", () => {
  const intention = new Intention();
  const first = intention.id();
  for (const unknown of [
    new NoContactError(),
    new RefusedError(500, []),
    new RefusedError(503, []),
  ]) {
    intention.failed(unknown);
    expect(intention.id()).toBe(first);
  }
  intention.failed(new RefusedError(422, []));
  const corrected = intention.id();
  expect(corrected).not.toBe(first);
  intention.done();
  expect(intention.id()).not.toBe(corrected);
});
