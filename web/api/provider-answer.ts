import type { providerSignIn } from "../../src/contract/session/provider.ts";
import type { BodyOf } from "./client.ts";

/** What the municipality's sign-in sent the browser back with. */
export type ProviderAnswer = BodyOf<typeof providerSignIn>;

export const comeBack = "/sign-in/provider";
const names = ["state", "code", "iss", "error"] as const;

/**
 * Read once when the page starts, before anything else looks at the address, and taken out of it: what stands there
 * opens something for some seconds, and an address is kept in the history.
 */
export const providerAnswer: ProviderAnswer | undefined = readAnswer();

function readAnswer(): ProviderAnswer | undefined {
  if (typeof location === "undefined" || location.pathname !== comeBack) return undefined;
  const search = new URLSearchParams(location.search);
  history.replaceState(history.state, "", comeBack);
  const { state = "", ...rest } = Object.fromEntries(
    names.flatMap((name) => {
      const value = search.get(name);
      return value === null || value === "" ? [] : [[name, value]];
    }),
  );
  return state === "" ? undefined : { state, ...rest };
}
