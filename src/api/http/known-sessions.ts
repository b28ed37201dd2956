import { createHash } from "node:crypto";

/** More than work at once at one server; whoever is forgotten counts by address until the next request. */
const MOST_KNOWN = 20_000;

/** The sessions this server has answered lately. Kept as hashes: nothing here opens a session. */
export interface KnownSessions {
  /** Notes that a token belongs to a session; called when one has been found in the database. */
  note(token: string): void;
  /** A key that stands for the session; undefined for a token nobody has signed in with here. */
  keyOf(token: string): string | undefined;
}

export function createKnownSessions(most = MOST_KNOWN): KnownSessions {
  const known = new Set<string>();
  return {
    note: (token) => {
      const key = hashOf(token);
      // Deleted and added again: the oldest stands first.
      known.delete(key);
      known.add(key);
      for (const oldest of known) {
        if (known.size <= most) break;
        known.delete(oldest);
      }
    },
    keyOf: (token) => {
      const key = hashOf(token);
      return known.has(key) ? key : undefined;
    },
  };
}

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}
