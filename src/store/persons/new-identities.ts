import { hasNewIdentity } from "../../domain/person/new-identity.ts";
import type { PersonState } from "../../domain/person/person-state.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { Tx } from "../in-tenant.ts";
import { readStreamState } from "../log/stream-state.ts";
import { personFold } from "../log/streams.ts";

/** Those of some persons who have or have had a new identity. */
export async function withNewIdentity(
  tx: Tx,
  persons: readonly Uuid[],
): Promise<ReadonlySet<Uuid>> {
  const states = await personStates(tx, persons);
  return new Set(
    states.flatMap((state) => (state !== undefined && hasNewIdentity(state) ? [state.person] : [])),
  );
}

/** What is known of some persons; undefined for who is not registered. */
export async function personStates(
  tx: Tx,
  persons: readonly Uuid[],
): Promise<readonly (PersonState | undefined)[]> {
  const heads = await Promise.all(persons.map((each) => readStreamState(tx, personFold, each)));
  return heads.map((head) => head?.state);
}
