import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Uuid } from "../../kernel/ids.ts";
import { judgeWord, readWord, signedInSince, type TiedAccount } from "./judge-word.ts";

const ISSUER = "https://id.example";
const ANY_WAY = { acr: [], amr: [] };

function account(name: string, more: Partial<TiedAccount> = {}): TiedAccount {
  const id = `00000000-0000-4000-8000-0000000000${name}` as Uuid;
  const facts = { account: id, staff: id, username: name, subject: `nr-${name}` };
  return { ...facts, issuer: null, sub: null, open: true, ...more };
}

function word(sub: string, employee: unknown, more: Record<string, unknown> = {}) {
  return readWord({ iss: ISSUER, sub, employee, ...more }, "employee");
}

describe("a word of the provider", () => {
  const first = account("01");
  const tied = account("02", { issuer: ISSUER, sub: "anna" });

  it("lets in whom whoever runs accounts has named, and ties the account then", () => {
    const judged = judgeWord(word("eva", "nr-01"), ANY_WAY, first, undefined);
    expect(judged).toEqual({ kind: "in", account: first, firstTime: true });
    const again = judgeWord(word("anna", "nr-02"), ANY_WAY, tied, tied);
    expect(again).toEqual({ kind: "in", account: tied, firstTime: false });
  });

  it.each([
    ["another person's number, by somebody new", word("bo", "nr-02"), tied, undefined, 1],
    ["another person's number, by somebody with an account", word("anna", "nr-01"), first, tied, 2],
    ["a number nobody has, by somebody with an account", word("anna", "nr-9"), undefined, tied, 1],
  ])("signs nobody in with %s", (_what, said, byValue, byName, concerned) => {
    const judged = judgeWord(said, ANY_WAY, byValue, byName);
    expect(judged).toMatchObject({ kind: "refused", rule: "provider.other-person" });
    expect(judged.kind === "refused" && judged.about.length).toBe(concerned);
  });

  it.each([
    ["a stranger", word("bo", "nr-9"), undefined, "provider.unknown"],
    ["a closed account", word("bo", "nr-03"), account("03", { open: false }), "provider.closed"],
    ["no value", word("bo", undefined), undefined, "provider.no-value"],
    ["a list of values", word("bo", ["nr-01", "nr-02"]), undefined, "provider.no-value"],
    ["an empty value", word("bo", ""), undefined, "provider.no-value"],
    ["a truth", word("bo", true), undefined, "provider.no-value"],
  ])("signs nobody in with %s", (_what, said, byValue, rule) => {
    const judged = judgeWord(said, ANY_WAY, byValue, undefined);
    expect(judged).toMatchObject({ kind: "refused", rule });
  });

  it("is held to how the person signed in there", () => {
    const demanded = { acr: ["loa3", "loa4"], amr: ["mfa"] };
    const judged = (more: Record<string, unknown>) =>
      judgeWord(word("eva", "nr-01", more), demanded, first, undefined).kind;
    expect(judged({ acr: "loa3", amr: ["pwd", "mfa"] })).toBe("in");
    expect(judged({ acr: "loa2", amr: ["mfa"] })).toBe("refused");
    expect(judged({ acr: "loa3", amr: ["pwd"] })).toBe("refused");
    expect(judged({ acr: "loa3", amr: "mfa" })).toBe("refused");
    expect(judged({})).toBe("refused");
  });

  it("takes a number for its digits, and no more than it says", () => {
    expect(word("eva", 4711).value).toBe("4711");
    expect(word("eva", 47.11).value).toBeUndefined();
    expect(word("eva", "x".repeat(201)).value).toBeUndefined();
  });

  it("never lets anybody into an account that is another name's, whatever stands where", () => {
    const subs = fc.constantFrom("anna", "bo", "eva");
    const values = fc.constantFrom("nr-01", "nr-02", "nr-03");
    const state = fc.array(fc.record({ sub: fc.option(subs, { nil: null }), open: fc.boolean() }), {
      minLength: 3,
      maxLength: 3,
    });
    fc.assert(
      fc.property(state, subs, values, (given, sub, value) => {
        const seen = new Set<string>();
        const accounts = given.map(({ sub: of, open }, at) => {
          const own = of === null || seen.has(of) ? null : of;
          if (own !== null) seen.add(own);
          return account(`0${at + 1}`, { open, sub: own, issuer: own === null ? null : ISSUER });
        });
        const byValue = accounts.find(({ subject }) => subject === value);
        const byName = accounts.find((each) => each.sub === sub);
        const judged = judgeWord(word(sub, value), ANY_WAY, byValue, byName);
        if (judged.kind === "refused") return;
        expect(judged.account.subject).toBe(value);
        expect(judged.account.open).toBe(true);
        expect([sub, null]).toContain(judged.account.sub);
        expect(accounts.filter((each) => each.sub === sub && each !== judged.account)).toEqual([]);
      }),
    );
  });
});

describe("when somebody signed in there", () => {
  const at = 1_800_000_000;
  it.each([
    ["at the moment", at, true],
    ["within what clocks differ", at - 29, true],
    ["before", at - 31, false],
    ["in what is to come", at + 100, false],
    ["nobody says", undefined, false],
    ["in words", "now", false],
  ])("%s", (_what, authTime, since) => {
    const said = word("eva", "nr-01", { auth_time: authTime });
    expect(signedInSince(said, at * 1000, (at + 10) * 1000)).toBe(since);
  });
});
