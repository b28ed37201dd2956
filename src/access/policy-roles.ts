import type { ActionId } from "../contract/route.ts";
import type { Role } from "../domain/command.ts";
import type { FieldClass, Grant, Reach, RolePolicy } from "./policy-types.ts";

/** Ways and classes of the policy table by name, and the roles beside casework. */
export const everything: readonly FieldClass[] = [
  "identity",
  "contact",
  "narrative",
  "coded",
  "reporter",
  "health",
];
export const withoutSensitive: readonly FieldClass[] = [
  "identity",
  "contact",
  "narrative",
  "coded",
];
export const identityOnly: readonly FieldClass[] = ["identity"];
export const countsOnly: readonly FieldClass[] = ["coded"];
export const nothing: readonly FieldClass[] = [];
const identityAndContact: readonly FieldClass[] = ["identity", "contact"];

export const board: readonly Reach[] = ["board"];
const whatIsNew: readonly Reach[] = ["new"];
const lent: readonly Reach[] = ["lent"];
const performed: readonly Reach[] = ["performs"];
/** What an assignment says: not who reported, where anybody lives or how anybody is. */
const forThePerformer: readonly FieldClass[] = ["identity", "narrative", "coded"];
/** What a matter says, without where people live and who reported. */
const forTheBoard: readonly FieldClass[] = ["identity", "narrative", "coded", "health"];

/** What everybody may who is signed in. */
export const everybody: Readonly<Partial<Record<ActionId, Grant>>> = {
  public: { reach: board, classes: nothing },
  "signed-in": { reach: board, classes: nothing },
  "spec.read": { reach: board, classes: nothing },
};

/** Roles that may meet an emergency in a matter that is not theirs; what it lets them see is in `glass.ts`. */
export const mayBreakGlass: Readonly<Partial<Record<ActionId, Grant>>> = {
  "glass.open": { reach: board, classes: nothing },
};

/** Somebody who meets no matter, and so no protected person either. */
function withoutContent(role: Role, more: RolePolicy["grants"] = {}): RolePolicy {
  return { role, protectedReach: [], grants: { ...everybody, ...more } };
}

/** Counts, and never whom a number is about. */
const analyst = withoutContent("analyst", {
  "followup.read": { reach: board, classes: countsOnly },
  "followup.extract": { reach: board, classes: countsOnly },
  "followup.release": { reach: board, classes: countsOnly },
});

/** Takes in post and reports, and sees what nobody has been given yet: who it is about, not what it says. */
const registrator: RolePolicy = {
  role: "registrator",
  protectedReach: [],
  grants: {
    ...everybody,
    "person.search": { reach: board, classes: identityOnly },
    "person.read": { reach: whatIsNew, classes: identityAndContact },
    "person.write": { reach: whatIsNew, classes: identityAndContact },
    "akt.read": { reach: whatIsNew, classes: identityAndContact },
    "akt.write": { reach: whatIsNew, classes: identityAndContact },
    "draft.write": { reach: whatIsNew, classes: identityAndContact },
  },
};

/**
 * Outside office hours: any child that is not protected is read, as danger does not wait for who is allocated; what
 * comes in is received and assessed. An account of each board, so that each reading stands in the log of that board.
 */
const outOfHours: RolePolicy = {
  role: "out-of-hours",
  protectedReach: [],
  grants: {
    ...everybody,
    "person.search": { reach: board, classes: identityOnly },
    "person.read": { reach: board, classes: everything },
    "person.write": { reach: whatIsNew, classes: everything },
    "akt.read": { reach: board, classes: everything },
    "akt.write": { reach: whatIsNew, classes: everything },
    "akt.assess": { reach: whatIsNew, qualified: true, classes: everything },
    "draft.write": { reach: whatIsNew, classes: everything },
    ...mayBreakGlass,
  },
};

/** In force on boards with invented persons only: all of it is shown, and nothing is decided. */
const trainer: RolePolicy = {
  role: "trainer",
  protectedReach: board,
  grants: {
    ...everybody,
    "person.search": { reach: board, classes: identityOnly },
    "person.read": { reach: board, classes: everything },
    "person.write": { reach: board, classes: everything },
    "akt.read": { reach: board, classes: everything },
    "akt.write": { reach: board, classes: everything },
    "akt.assess": { reach: board, qualified: true, classes: everything },
    "draft.write": { reach: board, classes: everything },
    "print.make": { reach: board, classes: everything },
    "unit.read": { reach: board, classes: identityOnly },
    "followup.read": { reach: board, classes: countsOnly },
  },
};

/** Reads what a manager has opened by name until a day, and nothing else. */
function reader(
  role: Role,
  classes: readonly FieldClass[],
  more: RolePolicy["grants"] = {},
): RolePolicy {
  return {
    role,
    protectedReach: lent,
    grants: {
      ...everybody,
      "person.read": { reach: lent, classes },
      "akt.read": { reach: lent, classes },
      ...more,
    },
  };
}

/** Notes incidents and follows their clocks, where no child is named; a draft of that belongs to no matter. */
const seesToIncidents: RolePolicy["grants"] = {
  "incident.manage": { reach: board, classes: nothing },
  "draft.write": { reach: [], classes: nothing },
};

/** Carries out a measure outside the board: the own assignment, linked by name, and what is told back of it. */
const provider: RolePolicy = {
  role: "provider",
  protectedReach: performed,
  grants: {
    ...everybody,
    "assignment.read": { reach: performed, classes: forThePerformer },
    "assignment.report": { reach: performed, classes: forThePerformer },
    // Of a report back, which belongs to no matter until it is given.
    "draft.write": { reach: [], classes: nothing },
  },
};

/** A deciding body has no account. */
export const rolesBesideCasework = {
  registrator,
  "out-of-hours": outOfHours,
  committee: withoutContent("committee"),
  board: withoutContent("board"),
  chair: reader("chair", forTheBoard),
  "board-member": reader("board-member", forTheBoard),
  // Answers for the archive too: numbers of matters, rules and days.
  secretary: reader("secretary", forTheBoard, {
    "retention.manage": { reach: board, classes: nothing },
  }),
  analyst,
  // Who has looked at whom: colleagues, days and who it was about, nothing of what stands in an akt.
  "log-reviewer": withoutContent("log-reviewer", {
    "log.review": { reach: board, classes: identityOnly },
  }),
  // Who stands in for a manager who has fallen ill is access to children too.
  "user-administrator": withoutContent("user-administrator", {
    "account.manage": { reach: board, classes: nothing },
    "staffing.set": { reach: board, classes: nothing },
    ...seesToIncidents,
  }),
  "system-administrator": withoutContent("system-administrator", seesToIncidents),
  trainer,
  inspector: reader("inspector", everything),
  provider,
} as const satisfies Partial<Record<Role, RolePolicy>>;
