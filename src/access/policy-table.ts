import type { Role } from "../domain/command.ts";
import {
  board,
  countsOnly,
  everybody,
  everything,
  identityOnly,
  mayBreakGlass,
  nothing,
  rolesBesideCasework,
  withoutSensitive,
} from "./policy-roles.ts";
import type { ActionPurposes, Grant, Reach, RolePolicy } from "./policy-types.ts";

/**
 * The policy as data: role x action. What is not here is refused. A change of who may do what is a change
 * of this table and of nothing else; the SQL of the lists is made from it too.
 */
const ownMatters: readonly Reach[] = ["worker", "co-worker", "substitute", "unit"];
const ownAndNew: readonly Reach[] = [...ownMatters, "new"];
const ownAndUnplaced: readonly Reach[] = [...ownAndNew, "unplaced"];
/** What another unit hands over is read and allocated by the manager it is handed to, and nothing else of it. */
const ownAndOffered: readonly Reach[] = [...ownAndUnplaced, "offered"];
const allocated: readonly Reach[] = ["worker", "co-worker", "substitute"];
/** What is opened by name is opened by a manager who knows whose data it is: protected persons too. */
const allocatedAndLent: readonly Reach[] = [...allocated, "lent"];
const allocatedAndNew: readonly Reach[] = [...allocated, "new"];
/** What follow-up lacks in the matters one has: told to those who can have one. */
const ownGaps: Grant = { reach: ["worker", "co-worker"], classes: countsOnly };
const caseworker: RolePolicy = {
  role: "caseworker",
  protectedReach: allocatedAndLent,
  grants: {
    ...everybody,
    "person.search": { reach: board, classes: identityOnly },
    "person.read": { reach: [...ownAndNew, "lent"], classes: everything },
    "person.write": { reach: ownAndNew, classes: everything },
    "akt.read": { reach: [...ownAndNew, "lent"], classes: everything },
    "akt.write": { reach: ownAndNew, classes: everything },
    "akt.assess": { reach: ownAndNew, qualified: true, classes: everything },
    "akt.decide": { reach: ownAndNew, qualified: true, classes: everything },
    "akt.disclose": { reach: ownAndNew, qualified: true, classes: everything },
    "akt.bar": { reach: ownAndNew, classes: identityOnly },
    "akt.appoint": { reach: ownMatters, classes: identityOnly },
    "draft.write": { reach: ownAndNew, classes: everything },
    "print.make": { reach: ownMatters, classes: everything },
    "followup.gaps": ownGaps,
    ...mayBreakGlass,
  },
};

const assistant: RolePolicy = {
  role: "assistant",
  protectedReach: allocatedAndLent,
  grants: {
    ...everybody,
    "person.search": { reach: board, classes: identityOnly },
    "person.read": { reach: [...ownAndNew, "lent"], classes: withoutSensitive },
    "person.write": { reach: ownAndNew, classes: withoutSensitive },
    "akt.read": { reach: [...ownAndNew, "lent"], classes: withoutSensitive },
    "akt.write": { reach: ownAndNew, classes: withoutSensitive },
    "akt.bar": { reach: ownAndNew, classes: identityOnly },
    "draft.write": { reach: ownAndNew, classes: withoutSensitive },
    "followup.gaps": ownGaps,
  },
};

const unitManager: RolePolicy = {
  role: "unit-manager",
  protectedReach: [...ownAndOffered, "lent"],
  grants: {
    ...everybody,
    "person.search": { reach: board, classes: identityOnly },
    "person.read": { reach: [...ownAndOffered, "lent"], classes: everything },
    "person.write": { reach: ownAndUnplaced, classes: everything },
    "akt.read": { reach: [...ownAndOffered, "lent"], classes: everything },
    "akt.write": { reach: ownAndUnplaced, classes: everything },
    "akt.assess": { reach: ownAndUnplaced, qualified: true, classes: everything },
    "akt.decide": { reach: ownAndUnplaced, qualified: true, classes: everything },
    "akt.disclose": { reach: ownAndUnplaced, qualified: true, classes: everything },
    "akt.review": { reach: ownAndUnplaced, qualified: true, classes: everything },
    "akt.read-sealed": { reach: ownAndUnplaced, qualified: true, classes: everything },
    // Who has looked: names of colleagues and days, nothing of what stands in the akt.
    "log.read": { reach: ownAndUnplaced, classes: identityOnly },
    ...mayBreakGlass,
    "glass.review": { reach: board, classes: identityOnly },
    "akt.lend": { reach: ownAndUnplaced, classes: identityOnly },
    "akt.bar": { reach: ownAndUnplaced, classes: identityOnly },
    "akt.appoint": { reach: ownAndUnplaced, classes: identityOnly },
    // To write why it is given back.
    "draft.write": { reach: ownAndOffered, classes: everything },
    "print.make": { reach: ownAndUnplaced, classes: everything },
    "unit.read": { reach: board, classes: identityOnly },
    "unit.allocate": { reach: ownAndOffered, classes: everything },
    "staffing.set": { reach: board, classes: nothing },
    "incident.manage": { reach: board, classes: nothing },
    // Numbers of matters and days: one proposes, another approves.
    "retention.manage": { reach: board, classes: nothing },
    "followup.gaps": ownGaps,
    "followup.read": { reach: board, classes: countsOnly },
    "followup.extract": { reach: board, classes: countsOnly },
    "followup.release": { reach: board, classes: countsOnly },
    // Whom a number is about: the own unit's only.
    "followup.open": { reach: ownMatters, classes: identityOnly },
  },
};

/** Receives and makes the first assessments; what the unit then works with is others'. */
const receivers: RolePolicy = {
  role: "reception",
  protectedReach: allocatedAndLent,
  grants: {
    ...everybody,
    "person.search": { reach: board, classes: identityOnly },
    "person.read": { reach: [...allocatedAndNew, "lent"], classes: everything },
    "person.write": { reach: allocatedAndNew, classes: everything },
    "akt.read": { reach: [...allocatedAndNew, "lent"], classes: everything },
    "akt.write": { reach: allocatedAndNew, classes: everything },
    "akt.assess": { reach: allocatedAndNew, qualified: true, classes: everything },
    "akt.bar": { reach: allocatedAndNew, classes: identityOnly },
    "draft.write": { reach: allocatedAndNew, classes: everything },
    "print.make": { reach: allocated, classes: everything },
    "followup.gaps": ownGaps,
    ...mayBreakGlass,
  },
};

/** A caseworker who also reads through the unit's bases and plans its work. */
const firstSocialWorker: RolePolicy = {
  role: "first-social-worker",
  protectedReach: allocatedAndLent,
  grants: {
    ...caseworker.grants,
    "akt.review": { reach: ownMatters, qualified: true, classes: everything },
    "unit.read": { reach: board, classes: identityOnly },
  },
};

export const rolePolicies: Readonly<Record<Role, RolePolicy>> = {
  caseworker,
  assistant,
  "unit-manager": unitManager,
  reception: receivers,
  "first-social-worker": firstSocialWorker,
  ...rolesBesideCasework,
};

export const actionPurposes: ActionPurposes = {
  public: ["sign-in", "administration"],
  "signed-in": ["sign-in", "administration"],
  setup: ["administration"],
  "person.search": ["case-handling"],
  "person.read": ["case-handling"],
  "person.write": ["case-handling"],
  "akt.read": ["case-handling"],
  "akt.write": ["case-handling", "reports-of-concern"],
  "akt.assess": ["case-handling"],
  "akt.decide": ["case-handling"],
  "akt.review": ["case-handling"],
  "akt.lend": ["case-handling"],
  "akt.bar": ["case-handling"],
  "akt.disclose": ["case-handling"],
  "akt.appoint": ["case-handling"],
  "assignment.read": ["case-handling"],
  "assignment.report": ["case-handling"],
  "akt.read-sealed": ["case-handling"],
  "log.read": ["access-control"],
  "glass.open": ["case-handling"],
  "glass.review": ["access-control"],
  "log.review": ["access-control"],
  "draft.write": ["case-handling"],
  "print.make": ["case-handling"],
  "unit.read": ["case-handling"],
  "unit.allocate": ["case-handling"],
  "staffing.set": ["administration"],
  "account.manage": ["administration"],
  "incident.manage": ["administration"],
  "retention.manage": ["administration"],
  "followup.read": ["follow-up"],
  "followup.extract": ["follow-up"],
  "followup.release": ["follow-up"],
  "followup.open": ["follow-up"],
  "followup.gaps": ["case-handling"],
  "spec.read": ["administration"],
};
