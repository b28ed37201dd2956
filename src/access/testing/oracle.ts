import type { ActionId } from "../../contract/route.ts";
import type { Role } from "../../domain/command.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";

/** A board as a person would draw it: who works there, what is going on, and every agreement about it. */
export interface World {
  readonly today: PlainDate;
  readonly synthetic: boolean;
  readonly people: readonly Person[];
  readonly extraRoles: readonly (Days & { readonly who: Uuid; readonly role: Role })[];
  readonly away: readonly (Days & { readonly who: Uuid; readonly instead: Uuid | undefined })[];
  readonly matters: readonly Matter[];
  readonly opened: readonly {
    readonly matter: Uuid;
    readonly to: Uuid;
    readonly last: PlainDate;
  }[];
  readonly engaged: readonly {
    readonly matter: Uuid;
    readonly who: Uuid;
    readonly first: PlainDate;
    readonly last: PlainDate;
  }[];
  readonly keptOut: readonly { readonly akt: Uuid; readonly who: Uuid }[];
}

export interface Days {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

export interface Person {
  readonly id: Uuid;
  readonly role: Role;
  readonly degree: boolean;
  readonly unit: Uuid | undefined;
  readonly employed: Days;
}

export interface Matter {
  readonly id: Uuid;
  readonly akt: Uuid;
  readonly ours: boolean;
  readonly unit: Uuid | undefined;
  readonly worker: Uuid | undefined;
  readonly helper: Uuid | undefined;
  readonly handedTo: Uuid | undefined;
  readonly ended: boolean;
  readonly hidden: boolean;
}

/** How near somebody is to a matter, in the words of a unit. */
type Tie =
  | "mine"
  | "covered"
  | "my-unit"
  | "new"
  | "nobodys"
  | "handed"
  | "opened"
  | "engaged"
  | "any";

const ALL = ["mine", "covered", "my-unit", "new", "nobodys", "handed", "opened"] as const;

/**
 * A new action of the policy is written down here a second time, in these words, or the worlds tell of it.
 * What is expected, written by action and not by role as the policy is: `role[!]: ties`, `!` = with the degree.
 * Nothing here is read from the policy.
 */
const expected: Readonly<Partial<Record<ActionId, string>>> = {
  public: "*: any",
  "signed-in": "*: any",
  "spec.read": "*: any",
  "person.search":
    "caseworker assistant unit-manager reception first-social-worker registrator out-of-hours trainer: any",
  "person.read": readers(),
  "person.write": writers("trainer: any"),
  "akt.read": readers(),
  "akt.write": writers("trainer: any"),
  "akt.assess": `caseworker! first-social-worker!: mine covered my-unit new; reception!: mine covered new;
    unit-manager!: mine covered my-unit new nobodys; out-of-hours!: new; trainer!: any`,
  "akt.decide": `caseworker! first-social-worker!: mine covered my-unit new;
    unit-manager!: mine covered my-unit new nobodys`,
  "akt.disclose": `caseworker! first-social-worker!: mine covered my-unit new;
    unit-manager!: mine covered my-unit new nobodys`,
  "akt.review": `unit-manager!: mine covered my-unit new nobodys; first-social-worker!: mine covered my-unit`,
  "akt.lend": "unit-manager: mine covered my-unit new nobodys",
  "akt.bar": `caseworker assistant first-social-worker: mine covered my-unit new; reception: mine covered new;
    unit-manager: mine covered my-unit new nobodys`,
  "akt.appoint": `caseworker first-social-worker: mine covered my-unit;
    unit-manager: mine covered my-unit new nobodys`,
  "assignment.read": "provider: engaged",
  "assignment.report": "provider: engaged",
  "akt.read-sealed": "unit-manager!: mine covered my-unit new nobodys",
  "log.read": "unit-manager: mine covered my-unit new nobodys",
  "glass.open": "caseworker reception first-social-worker unit-manager out-of-hours: any",
  "glass.review": "unit-manager: any",
  "log.review": "log-reviewer: any",
  "account.manage": "user-administrator: any",
  "draft.write": `caseworker assistant first-social-worker: mine covered my-unit new;
    reception: mine covered new; unit-manager: mine covered my-unit new nobodys handed;
    registrator out-of-hours: new; trainer: any`,
  "print.make": `caseworker first-social-worker: mine covered my-unit; reception: mine covered;
    unit-manager: mine covered my-unit new nobodys; trainer: any`,
  "unit.read": "unit-manager first-social-worker trainer: any",
  "unit.allocate": "unit-manager: mine covered my-unit new nobodys handed",
  "retention.manage": "secretary unit-manager: any",
  "staffing.set": "unit-manager user-administrator: any",
  "incident.manage": "unit-manager user-administrator system-administrator: any",
  "followup.read": "unit-manager analyst trainer: any",
  "followup.extract": "unit-manager analyst: any",
  "followup.release": "unit-manager analyst: any",
  "followup.open": "unit-manager: mine covered my-unit",
  "followup.gaps": "caseworker assistant reception first-social-worker unit-manager: mine",
};

function readers(): string {
  return `caseworker assistant first-social-worker: mine covered my-unit new opened;
    reception: mine covered new opened; unit-manager: ${ALL.join(" ")}; registrator: new;
    out-of-hours trainer: any; chair board-member secretary inspector: opened`;
}

function writers(more: string): string {
  return `caseworker assistant first-social-worker: mine covered my-unit new; reception: mine covered new;
    unit-manager: mine covered my-unit new nobodys; registrator out-of-hours: new; ${more}`;
}

/** The ties that hold for a child whose data are protected. */
const toHidden: Readonly<Partial<Record<Role, readonly Tie[]>>> = {
  caseworker: ["mine", "covered", "opened"],
  assistant: ["mine", "covered", "opened"],
  reception: ["mine", "covered", "opened"],
  "first-social-worker": ["mine", "covered", "opened"],
  "unit-manager": ALL,
  chair: ["opened"],
  "board-member": ["opened"],
  secretary: ["opened"],
  inspector: ["opened"],
  trainer: ["any"],
  provider: ["engaged"],
};

/** Whether somebody of the world may do such a thing in one of its matters. */
export function isExpected(world: World, who: Uuid, action: ActionId, matter: Matter): boolean {
  if (!matter.ours || isKeptOut(world, who, matter)) return false;
  const ties = tiesOf(world, who, matter);
  return rolesInForce(world, who).some((role) => {
    const open = tiesFor(world, who, role, action);
    const left = matter.hidden ? open.filter((tie) => toHidden[role]?.includes(tie)) : open;
    return left.some((tie) => ties.has(tie));
  });
}

/** The matters of an akt that somebody may read, as one page shows them. */
export function readableMatters(world: World, who: Uuid, akt: Uuid): readonly Uuid[] {
  const all = world.matters.filter((matter) => matter.akt === akt);
  const reached = all.filter((matter) => isExpected(world, who, "akt.read", matter));
  // Whoever works with a running matter of the child needs the child's earlier ones.
  const works = reached.some((matter) => {
    const ties = tiesOf(world, who, matter);
    return (
      !matter.ended && ["mine", "covered", "my-unit", "nobodys"].some((tie) => ties.has(tie as Tie))
    );
  });
  return (works ? all : reached).map(({ id }) => id);
}

function tiesFor(world: World, who: Uuid, role: Role, action: ActionId): readonly Tie[] {
  const degree = world.people.find(({ id }) => id === who)?.degree === true;
  const rows = (expected[action] ?? "").split(";").map((row) => row.split(":"));
  return rows.flatMap(([roles = "", ties = ""]) => {
    const named = roles.trim().split(/\s+/u);
    const isOpen =
      named.includes("*") || named.includes(role) || (degree && named.includes(`${role}!`));
    return isOpen ? (ties.trim().split(/\s+/u) as Tie[]) : [];
  });
}

/** The roles of somebody today. One of training is worth nothing among real persons. */
export function rolesInForce({ today, synthetic, ...world }: World, who: Uuid): readonly Role[] {
  const isNow = ({ from, to }: Days) => from <= today && today <= to;
  const own = world.people.filter(({ id, employed }) => id === who && isNow(employed));
  const extra = world.extraRoles.filter((each) => each.who === who && isNow(each));
  return [...own, ...extra]
    .map(({ role }) => role)
    .filter((role) => role !== "trainer" || synthetic);
}

function isKeptOut({ keptOut }: World, who: Uuid, { akt }: Matter): boolean {
  return keptOut.some((bar) => bar.akt === akt && bar.who === who);
}

function tiesOf(world: World, who: Uuid, matter: Matter): ReadonlySet<Tie> {
  const { unit, worker, helper, handedTo, ended } = matter;
  const me = world.people.find(({ id }) => id === who);
  const absent = world.people.filter(({ id }) => isCoveredBy(world, id, who));
  const led = absent.filter(({ role }) => role === "unit-manager").map((boss) => boss.unit);
  const hands = [worker, helper].filter((id) => id !== undefined);
  const ties: readonly (readonly [Tie, boolean])[] = [
    ["any", true],
    ["mine", hands.includes(who)],
    [
      "covered",
      absent.some(({ id }) => hands.includes(id)) || (unit !== undefined && led.includes(unit)),
    ],
    ["my-unit", unit !== undefined && me?.unit === unit],
    ["new", unit === undefined && worker === undefined && !ended],
    ["nobodys", unit === undefined && (worker !== undefined || ended)],
    ["handed", handedTo !== undefined && !ended && [me?.unit, ...led].includes(handedTo)],
    [
      "opened",
      world.opened.some(
        ({ matter: id, to, last }) => id === matter.id && to === who && world.today <= last,
      ),
    ],
    [
      "engaged",
      world.engaged.some(
        (each) =>
          each.matter === matter.id &&
          each.who === who &&
          each.first <= world.today &&
          world.today <= each.last,
      ),
    ],
  ];
  return new Set(ties.flatMap(([tie, holds]) => (holds ? [tie] : [])));
}

/** Whoever is away is covered by the one named, or by whom that one has named while away too. */
function isCoveredBy({ away, today }: World, absent: Uuid, who: Uuid): boolean {
  const out = (id: Uuid) =>
    away.find((each) => each.who === id && each.from <= today && today <= each.to);
  let next = out(absent)?.instead;
  const asked = new Set<Uuid>([absent]);
  while (next !== undefined && out(next) !== undefined && !asked.has(next)) {
    asked.add(next);
    next = out(next)?.instead;
  }
  return next === who && next !== absent && out(absent) !== undefined && out(who) === undefined;
}
