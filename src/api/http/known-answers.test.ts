import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { route } from "../../contract/route.ts";
import type { RequestContext } from "./handler.ts";
import { knownAnswer, type KnownAnswer } from "./known-answers.ts";

const empty = z.object({});
const told = route({
  id: "test.told",
  method: "GET",
  path: "/told",
  params: empty,
  query: empty,
  body: empty,
  answer: z.object({ text: z.string() }),
  action: "akt.read",
  purpose: "case-handling",
  problems: [],
});

const app = {};
const organisation = {};

function contextOf(other: object = {}): RequestContext {
  const base = { app, organisation, today: "2026-03-02", tenant: 1, actor: { staff: "ylva" } };
  return { ...base, ...other } as unknown as RequestContext;
}

/** What is answered, and whether it was made for this. */
function ask(ctx: RequestContext, of: readonly unknown[], text = "a", about = "x") {
  let made = false;
  const reply = knownAnswer(ctx, told, { about, of }, () => {
    made = true;
    return { text };
  });
  return { made, known: (reply as unknown as { readonly known: KnownAnswer }).known };
}

describe("knownAnswer", () => {
  it("makes an answer again when anything it is made of is another", () => {
    const state = {};
    expect(ask(contextOf(), [state, 1]).made).toBe(true);
    expect(ask(contextOf(), [state, 1]).made).toBe(false);
    const others: readonly (readonly [object, readonly unknown[]])[] = [
      [{}, [{}, 1]],
      [{}, [state, 2]],
      [{}, [state, 1, undefined]],
      [{ today: "2026-03-03" }, [state, 1]],
      [{ organisation: {} }, [state, 1]],
      [{ app: {} }, [state, 1]],
      [{ actor: { staff: "mira" } }, [state, 1]],
      [{ tenant: 2 }, [state, 1]],
    ];
    for (const [other, of] of others) {
      expect(ask(contextOf(other), of).made, JSON.stringify([other, of])).toBe(true);
      ask(contextOf(), [state, 1]);
    }
    expect(ask(contextOf(), [state, 1], "a", "y").made).toBe(true);
    expect(ask(contextOf(), [state, 1]).made).toBe(false);
  });

  it("writes only what the contract names, once", () => {
    const of = [{}];
    const ctx = contextOf();
    const { known } = ask(ctx, of, "ö");
    expect(JSON.parse(known.text())).toEqual({ text: "ö" });
    expect(gunzipSync(known.packed()).toString("utf8")).toBe(known.text());
    expect(ask(ctx, of).known.packed()).toBe(known.packed());
    const more = knownAnswer(ctx, told, { about: "more", of }, () => {
      const secret = { text: "a", secret: "b" };
      return secret;
    });
    expect((more as unknown as { readonly known: KnownAnswer }).known.text()).toBe('{"text":"a"}');
  });

  it("forgets the oldest answers when all are too long together", () => {
    const of = [{}];
    const long = "x".repeat(900_000);
    const abouts = ["1", "2", "3", "4", "5", "6"];
    for (const about of abouts) ask(contextOf(), of, long, about).known.text();
    expect(ask(contextOf(), of, long, "6").made).toBe(false);
    expect(ask(contextOf(), of, long, "1").made).toBe(true);
  });
});
