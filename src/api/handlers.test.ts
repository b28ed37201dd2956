import { describe, expect, it } from "vitest";
import { routes } from "../contract/routes.ts";
import { handlers } from "./handlers.ts";

describe("handlers", () => {
  it("are those of the contract, one each", () => {
    expect(handlers.map(({ route }) => route.id).toSorted()).toEqual(
      routes.map(({ id }) => id).toSorted(),
    );
  });

  it("let nobody in without a session but to the first page and to sign in", () => {
    const open = handlers.filter(({ needsSession }) => !needsSession).map(({ route }) => route);
    expect(open.map(({ id }) => id).toSorted()).toEqual([
      "session.begin-passkey-sign-in",
      "session.begin-provider",
      "session.factor-passkey",
      "session.make-board",
      "session.make-demo-board",
      "session.passkey-sign-in",
      "session.provider-logout",
      "session.provider-sign-in",
      "session.read-setup",
      "session.second-factor",
      "session.sign-in",
      "session.use-invitation",
    ]);
    for (const { action } of open) expect(["public", "setup"]).toContain(action);
  });

  it("read with GET and change with POST", () => {
    const writing = new Set([
      "akt.write",
      "akt.assess",
      "akt.decide",
      "akt.review",
      "unit.allocate",
      "person.write",
    ]);
    const read = routes.filter(({ method, action }) => method === "GET" && writing.has(action));
    expect(read.map(({ id }) => id)).toEqual([]);
  });
});
