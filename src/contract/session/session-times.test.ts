import { expect, it } from "vitest";
import { PAGE_ASKS_MINUTES, PAGE_IDLE_MINUTES, SESSION_IDLE_MINUTES } from "./session-times.ts";

it("a sign-in outlives a page that was left by little, and never half an hour", () => {
  expect(SESSION_IDLE_MINUTES).toBeLessThanOrEqual(30);
  // Whoever touched the page just before it was told has until the page locks itself.
  expect(PAGE_ASKS_MINUTES + PAGE_IDLE_MINUTES).toBeLessThan(SESSION_IDLE_MINUTES);
});
