import fc from "fast-check";
import { expect, test } from "vitest";
import { routes } from "../contract/routes.ts";
import type { Uuid } from "../kernel/ids.ts";
import { mayReadAkt, type AktFacts } from "./akt-reach.ts";
import { actionIds, may, subjectOf } from "./policy.ts";
import { isExpected, readableMatters, rolesInForce, type World } from "./testing/oracle.ts";
import { actorIn, anyWorld, factsOf } from "./testing/random-world.ts";

const WORLDS = 300;

/** Every route with every person and matter of a world, where the policy says otherwise than a person would. */
function differences(world: World): string[] {
  return world.people.flatMap(({ id, role }) => {
    const actor = actorIn(world, id);
    if (actor === undefined) return rolesInForce(world, id).map((each) => `${each} is nobody`);
    return world.matters.flatMap((matter) => {
      const subject = { ...subjectOf(actor, factsOf(matter)), sameBoard: matter.ours };
      const expected = new Map(
        actionIds.map((each) => [each, isExpected(world, id, each, matter)]),
      );
      return routes.flatMap((route) => {
        const allowed = "allow" in may(actor, route.action, subject, route.purpose);
        return allowed === expected.get(route.action) ? [] : [`${role} ${route.id}: ${allowed}`];
      });
    });
  });
}

test("every route, in 300 random worlds, as somebody else would say", () => {
  fc.assert(
    fc.property(anyWorld, (world) => {
      expect([...new Set(differences(world))]).toEqual([]);
    }),
    { numRuns: WORLDS },
  );
});

function aktIn({ matters }: World, akt: Uuid): AktFacts {
  const own = matters.filter((matter) => matter.akt === akt);
  return {
    akt,
    person: akt,
    protected: own.some(({ hidden }) => hidden),
    matters: new Map(own.map((matter) => [matter.id, factsOf(matter)])),
  };
}

test("what a page shows of an akt, in 300 random worlds", () => {
  fc.assert(
    fc.property(anyWorld, (world) => {
      for (const akt of new Set(world.matters.map((matter) => matter.akt))) {
        if (world.matters.some((matter) => matter.akt === akt && !matter.ours)) continue;
        for (const { id } of world.people) {
          const actor = actorIn(world, id);
          if (actor === undefined) continue;
          const read = mayReadAkt(actor, "akt.read", "case-handling", aktIn(world, akt));
          const shown = "deny" in read ? [] : [...read.matters];
          expect(shown).toEqual(readableMatters(world, id, akt));
        }
      }
    }),
    { numRuns: WORLDS },
  );
});
