import { isGuessable } from "../contract/session/password-strength.ts";
import { SHORTEST_PASSWORD } from "../contract/session/shortest-password.ts";
import { problem, type Problem } from "../kernel/problem.ts";

/** More is no stronger, and costs us to hash. */
export const LONGEST_PASSWORD = 128;

/**
 * Why a password may not be chosen: shorter than the least (`session.password-short`), longer than the most
 * (`session.password-long`), or among the first that anybody would try (`session.password-guessable`): few different
 * signs, or nothing but words that many use, the own names, figures and signs. `names` are those of the person and of
 * the account. No rule says which signs there must be: length is what makes guessing hopeless (NIST SP 800-63B, 5.1.1.2).
 */
export function refusedChoice(
  password: string,
  pointer: string,
  names: readonly string[],
): Problem | undefined {
  const text = password.normalize("NFKC");
  const length = Array.from(text).length;
  if (length < SHORTEST_PASSWORD) {
    return problem("session.password-short", { pointer, params: { shortest: SHORTEST_PASSWORD } });
  }
  if (length > LONGEST_PASSWORD) {
    return problem("session.password-long", { pointer, params: { longest: LONGEST_PASSWORD } });
  }
  return isGuessable(text, names) ? problem("session.password-guessable", { pointer }) : undefined;
}
