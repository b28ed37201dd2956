import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { routes } from "../contract/routes.ts";
import type { Role } from "../domain/command.ts";
import { uuidV7 } from "../kernel/ids.ts";
import { actionsOf, boardSubject, may, refusedByRole, subjectOf } from "./policy.ts";
import { rolePolicies } from "./policy-table.ts";
import type { Actor, MatterRelation, MatterStage, Subject } from "./policy-types.ts";

const roles = Object.keys(rolePolicies) as Role[];
const staff = uuidV7(1, new Uint8Array(10));
const other = uuidV7(2, new Uint8Array(10));
const unit = uuidV7(3, new Uint8Array(10));
const relations: MatterRelation[] = ["worker", "co-worker", "substitute", "unit", "none"];
const stages: MatterStage[] = ["new", "unplaced", "running", "closed"];

function actorOf(role: Role, qualified = true): Actor {
  return { staff, role, qualified, unit };
}

function subject(fields: Partial<Subject>): Subject {
  return { ...boardSubject, ...fields };
}

const anySubject: fc.Arbitrary<Subject> = fc.record({
  sameBoard: fc.boolean(),
  relation: fc.constantFrom(...relations),
  stage: fc.constantFrom(...stages),
  offered: fc.boolean(),
  lent: fc.boolean(),
  performs: fc.boolean(),
  barred: fc.boolean(),
  protected: fc.boolean(),
});

describe("policy, route by route and role by role", () => {
  const contentRoutes = routes.filter((route) =>
    /^(akt|draft|print|person|unit|followup)\./u.test(route.action),
  );

  it.each(routes.map((route) => [route.id, route] as const))(
    "%s has an answer for every role",
    (_, route) => {
      if (route.action === "setup") return;
      const allowed = roles.filter(
        (role) => refusedByRole(actorOf(role), route.action, route.purpose) === undefined,
      );
      expect(allowed.length, "a route nobody may use").toBeGreaterThan(0);
    },
  );

  it.each([
    "user-administrator",
    "system-administrator",
    "log-reviewer",
    "committee",
    "board",
    "provider",
  ] as const)("%s sees no content", (role) => {
    for (const route of contentRoutes) {
      for (const relation of relations) {
        const verdict = may(actorOf(role), route.action, subject({ relation }), route.purpose);
        // A draft of an incident belongs to no matter; of a matter they reach none.
        const notes = route.action === "draft.write" && /provider|-administrator/u.test(role);
        const deny = notes ? "access.not-yours" : "access.role";
        expect(verdict, route.id).toEqual({ deny });
      }
    }
  });

  it("an assistant writes notes and never assesses, decides or reviews", () => {
    const assistant = actorOf("assistant");
    const own = subject({ relation: "worker" });
    expect(may(assistant, "akt.write", own, "case-handling")).toHaveProperty("allow");
    for (const action of ["akt.assess", "akt.decide", "akt.review"] as const) {
      expect(may(assistant, action, own, "case-handling")).toEqual({ deny: "access.role" });
    }
  });

  it("few roles read the unit, allocate, review and follow up", () => {
    const who = (action: Parameters<typeof may>[1]) =>
      roles.filter((role) => actionsOf({ role, qualified: true }).includes(action)).toSorted();
    expect(who("unit.allocate")).toEqual(["unit-manager"]);
    expect(who("followup.open")).toEqual(["unit-manager"]);
    expect(who("akt.review")).toEqual(["first-social-worker", "unit-manager"]);
    expect(who("unit.read")).toEqual(["first-social-worker", "trainer", "unit-manager"]);
    expect(who("followup.read")).toEqual(["analyst", "trainer", "unit-manager"]);
    expect(who("log.review")).toEqual(["log-reviewer"]);
    expect(who("account.manage")).toEqual(["user-administrator"]);
  });

  it("asks for qualification before assessments and decisions", () => {
    for (const action of ["akt.assess", "akt.decide"] as const) {
      const own = subject({ relation: "worker" });
      expect(may(actorOf("caseworker", false), action, own, "case-handling")).toEqual({
        deny: "access.not-qualified",
      });
    }
  });
});

describe("policy, what is asked about", () => {
  it("a caseworker reaches own unit, own matters and new reports", () => {
    const reached = relations.flatMap((relation) =>
      stages
        .filter(
          (stage) =>
            "allow" in
            may(actorOf("caseworker"), "akt.read", subject({ relation, stage }), "case-handling"),
        )
        .map((stage) => `${relation} ${stage}`),
    );
    expect(reached).toEqual([
      ...relations.slice(0, 4).flatMap((relation) => stages.map((stage) => `${relation} ${stage}`)),
      "none new",
    ]);
  });

  it("managers look after what no unit has been given", () => {
    for (const stage of ["new", "unplaced"] as const) {
      expect(
        may(
          actorOf("unit-manager"),
          "akt.read",
          subject({ stage, protected: true }),
          "case-handling",
        ),
      ).toHaveProperty("allow");
    }
    expect(
      may(actorOf("caseworker"), "akt.read", subject({ stage: "unplaced" }), "case-handling"),
    ).toEqual({ deny: "access.not-yours" });
  });

  it("a protected child is reached by the allocated workers and the manager of the unit only", () => {
    const colleague = subject({ relation: "unit", protected: true });
    expect(may(actorOf("caseworker"), "akt.read", colleague, "case-handling")).toEqual({
      deny: "access.protected",
    });
    expect(
      may(
        actorOf("caseworker"),
        "akt.read",
        subject({ stage: "new", protected: true }),
        "case-handling",
      ),
    ).toEqual({
      deny: "access.protected",
    });
    expect(
      may(
        actorOf("caseworker"),
        "akt.read",
        { ...colleague, relation: "co-worker" },
        "case-handling",
      ),
    ).toHaveProperty("allow");
    expect(may(actorOf("unit-manager"), "akt.read", colleague, "case-handling")).toHaveProperty(
      "allow",
    );
    expect(
      may(actorOf("unit-manager"), "akt.read", { ...colleague, relation: "none" }, "case-handling"),
    ).toEqual({
      deny: "access.not-yours",
    });
  });

  it("refuses every purpose that is not the action's own", () => {
    expect(may(actorOf("unit-manager"), "followup.read", boardSubject, "case-handling")).toEqual({
      deny: "access.purpose",
    });
    expect(may(actorOf("caseworker"), "person.search", boardSubject, "follow-up")).toEqual({
      deny: "access.purpose",
    });
  });

  it("never crosses boards, and protection only ever takes away", () => {
    fc.assert(
      fc.property(
        anySubject,
        fc.constantFrom(...roles),
        fc.constantFrom(...routes),
        fc.boolean(),
        (asked, role, route, qualified) => {
          const actor = actorOf(role, qualified);
          const verdict = may(actor, route.action, asked, route.purpose);
          if (!asked.sameBoard) return "deny" in verdict;
          if (asked.protected && "allow" in verdict) {
            return (
              "allow" in may(actor, route.action, { ...asked, protected: false }, route.purpose)
            );
          }
          return true;
        },
      ),
    );
  });

  it("reads relation and stage from the facts of the matter", () => {
    const matter = { closed: false, protected: false };
    expect(subjectOf(actorOf("caseworker"), matter)).toMatchObject({
      relation: "none",
      stage: "new",
    });
    expect(subjectOf(actorOf("caseworker"), { ...matter, unit, worker: other })).toMatchObject({
      relation: "unit",
      stage: "running",
    });
    expect(
      subjectOf(actorOf("caseworker"), { ...matter, worker: staff, closed: true }),
    ).toMatchObject({ relation: "worker", stage: "unplaced" });
    expect(subjectOf(actorOf("caseworker"), { ...matter, unit, closed: true })).toMatchObject({
      relation: "unit",
      stage: "closed",
    });
  });
});

describe("policy, while somebody is away", () => {
  const away = { unit, worker: other, coWorker: undefined, closed: false, protected: true };
  const elsewhere: Actor = { staff, role: "caseworker", qualified: true };
  const standIn = { staff: [other], units: [] };

  it("whoever stands in reaches what the one who is away has, a protected child too", () => {
    const read = (actor: Actor) => may(actor, "akt.read", subjectOf(actor, away), "case-handling");
    expect(read(elsewhere)).toEqual({ deny: "access.not-yours" });
    expect(read({ ...elsewhere, standIn })).toHaveProperty("allow");
    const closed = { ...away, worker: staff };
    expect(subjectOf({ ...elsewhere, standIn }, closed).relation).toBe("worker");
  });

  it("nobody gets another role by it: an assistant who stands in decides nothing", () => {
    const assistant: Actor = { staff, role: "assistant", qualified: false, standIn };
    const verdict = may(assistant, "akt.decide", subjectOf(assistant, away), "case-handling");
    expect(verdict).toEqual({ deny: "access.role" });
  });

  it("a manager who stands in for another leads that unit", () => {
    const boss: Actor = { staff, role: "unit-manager", qualified: true, unit: other };
    const led = { ...boss, standIn: { staff: [other], units: [unit] } };
    const matter = { ...away, worker: undefined };
    const allocate = (actor: Actor) =>
      may(actor, "unit.allocate", subjectOf(actor, matter), "case-handling");
    expect(allocate(boss)).toEqual({ deny: "access.not-yours" });
    expect(allocate(led)).toHaveProperty("allow");
  });

  it("what is handed over is read and allocated by the manager it waits for, and nobody else of the unit", () => {
    const handed = { ...away, unit: other, offeredTo: unit };
    const of = (role: Role) => {
      const actor = actorOf(role);
      const asked = ["akt.read", "unit.allocate", "akt.write", "akt.decide"] as const;
      return asked.filter(
        (action) => "allow" in may(actor, action, subjectOf(actor, handed), "case-handling"),
      );
    };
    expect(of("unit-manager")).toEqual(["akt.read", "unit.allocate"]);
    expect(of("caseworker")).toEqual([]);
    expect(of("assistant")).toEqual([]);
  });
});
