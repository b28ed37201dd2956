import { hash } from "node:crypto";
import type { Uuid } from "../../kernel/ids.ts";
import type { Tenant } from "../../store/tenant.ts";

/** More than work at once at one server; whoever is forgotten counts by address until the next request. */
const MOST_KNOWN = 20_000;

/** Whose session it was when it was last found in the database. */
export interface SessionOwner {
  readonly tenant: Tenant;
  readonly account: Uuid;
  readonly staff: Uuid;
  /** What was excepted for that person, as text. */
  readonly exceptions: string | null;
  /** The key of the browser it was opened in. */
  readonly browser: string;
}

/** The sessions this server has answered lately. Kept as hashes: nothing here opens a session. */
export interface KnownSessions {
  /** Notes that a token belongs to a session; called when one has been found in the database. */
  note(token: string, owner: SessionOwner): void;
  /** Whose session it was; undefined for a token nobody has signed in with here. It may be over by now. */
  ownerOf(token: string): SessionOwner | undefined;
  /** A key that stands for the session; undefined for a token nobody has signed in with here. */
  keyOf(token: string): string | undefined;
}

export function createKnownSessions(most = MOST_KNOWN): KnownSessions {
  const known = new Map<string, SessionOwner>();
  return {
    note: (token, owner) => {
      const key = hashOf(token);
      // Deleted and added again: the oldest stands first.
      known.delete(key);
      known.set(key, owner);
      for (const oldest of known.keys()) {
        if (known.size <= most) break;
        known.delete(oldest);
      }
    },
    ownerOf: (token) => known.get(hashOf(token)),
    keyOf: (token) => {
      const key = hashOf(token);
      return known.has(key) ? key : undefined;
    },
  };
}

function hashOf(token: string): string {
  return hash("sha256", token, "base64url");
}
