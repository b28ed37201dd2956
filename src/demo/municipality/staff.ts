import type { DemoBoard } from "../demo-files.ts";
import { makeAbsences, type Absence } from "./absences.ts";
import { dice } from "./dice.ts";
import type { Habits, MunicipalityFiles, Size } from "./files.ts";
import type { Register } from "./names.ts";

/** Who sits where, and since when: a desk is taken over when somebody leaves. */
export interface Seat {
  /** The unit's name in the files' sense: `@mottagning`. */
  readonly unit: string;
  readonly manager: string;
  /** What sets this group apart from the others. */
  readonly habits: Habits;
  /** The key of the one whose desk it is on that day, counted from today. */
  holder(day: number): string;
  /** Who sits there on that day: the holder, or whoever stands in for an absent one. */
  present(day: number): string;
  /** The days on which somebody else took over, with the key of the new one. */
  readonly changes: readonly { readonly day: number; readonly key: string }[];
}

export interface Office {
  readonly board: Pick<DemoBoard, "units" | "staff">;
  readonly reception: readonly Seat[];
  readonly investigation: readonly Seat[];
  readonly absences: readonly Absence[];
}

const RECEPTION = "mottagning";
const INVESTIGATION = "utredning";

const DAYS_A_YEAR = 365;
/** Nobody leaves sooner. */
const LEAST_DAYS = 180;

type Staff = DemoBoard["staff"];
type RoleOf = Staff[number]["role"];

const QUALIFIED: ReadonlySet<RoleOf> = new Set<RoleOf>([
  "caseworker",
  "unit-manager",
  "first-social-worker",
  "reception",
  "out-of-hours",
  "trainer",
]);
/** One of each role beside casework, so that whoever tries the program can sign in as any. */
const OTHERS: readonly (readonly [string, RoleOf, string?])[] = [
  ["forste", "first-social-worker", INVESTIGATION],
  ["mottagare", "reception", RECEPTION],
  ["registrator", "registrator", RECEPTION],
  ["jour", "out-of-hours"],
  ["konton", "user-administrator"],
  ["logg", "log-reviewer"],
  ["analys", "analyst"],
  ["ordforande", "chair"],
  ["ledamot", "board-member"],
  ["sekreterare", "secretary"],
  ["utbildare", "trainer"],
  ["granskare", "inspector"],
  ["utforare", "provider"],
];

type Turns = readonly { readonly day: number; readonly key: string }[];

interface Desk {
  readonly unit: string;
  readonly turns: Turns;
}

/** Makes the staff of a municipality of that size, with those who have left, those who took over and those who are away. */
export function makeOffice(
  files: MunicipalityFiles,
  register: Register,
  size: Size,
  seed: string,
): Office {
  const roll = dice(`${seed} staff`);
  const firstDay = -DAYS_A_YEAR * size.years;
  const staff: Staff = [];
  const nameOf = () =>
    `${register.adult(roll, roll.chance(0.8) ? "female" : "male")} ${register.family(roll)}`;
  function join(key: string, role: RoleOf, unit?: string, left = false): void {
    const qualified = QUALIFIED.has(role);
    const signsIn = role !== "committee" && role !== "board" && !left;
    const place = unit === undefined ? {} : { unit };
    const account = signsIn ? { username: key } : {};
    staff.push({ key, name: nameOf(), role, qualified, ...place, ...account });
  }
  function desk(unit: string, letter: string, index: number): Desk {
    const turns: { day: number; key: string }[] = [];
    let day = firstDay;
    for (let turn = 1; day < 0; turn += 1) {
      const key = `${letter}${index + 1}${turn === 1 ? "" : String.fromCodePoint(96 + turn)}`;
      const since = day;
      const stay = DAYS_A_YEAR * roll.between(files.rates.invented.staffYears) * roll.float();
      day += LEAST_DAYS + Math.round(stay);
      join(key, "caseworker", unit, day < 0);
      turns.push({ day: since, key });
    }
    return { unit, turns };
  }
  const groups = files.rates.invented.groups.slice(0, size.groups);
  join("mchef", "unit-manager", RECEPTION);
  groups.forEach((_, group) => join(managerOf(group), "unit-manager", unitOf(group)));
  const reception = Array.from({ length: size.reception }, (_, at) => desk(RECEPTION, "m", at));
  const investigation = Array.from({ length: size.investigation }, (_, at) =>
    desk(unitOf(at % groups.length), "u", at),
  );
  join("assistent", "assistant", INVESTIGATION);
  join("utskott", "committee");
  join("namnd", "board");
  join("admin", "system-administrator");
  for (const [key, role, unit] of OTHERS) join(key, role, unit);
  const board = { units: unitsOf(files, size), staff: staff.map(named) };
  const absences = makeAbsences(
    dice(`${seed} absences`),
    [...reception, ...investigation],
    size.years,
  );
  return { board, absences, ...seatsOf(files, { reception, investigation }, absences) };
}

/** The seats of the desks, each with the manager and the habits of its group. */
function seatsOf(
  { rates }: MunicipalityFiles,
  desks: { readonly reception: readonly Desk[]; readonly investigation: readonly Desk[] },
  absences: readonly Absence[],
): Pick<Office, "reception" | "investigation"> {
  const { groups, reception } = rates.invented;
  const seat = ({ unit, turns }: Desk, manager: string, habits: Habits): Seat => ({
    unit: `@${unit}`,
    manager,
    habits,
    holder: (on) => holderOf(turns, on),
    present: (on) => presentOf(absences, holderOf(turns, on), on),
    changes: turns.slice(1),
  });
  return {
    reception: desks.reception.map((each) => seat(each, "mchef", reception)),
    investigation: desks.investigation.map((each) => {
      const group = groups.findIndex((_, at) => unitOf(at) === each.unit);
      return seat(each, managerOf(group), groups[group] ?? reception);
    }),
  };
}

function unitsOf(files: MunicipalityFiles, size: Size): Record<string, string> {
  const groups = files.rates.invented.groups.slice(0, size.groups);
  const names = groups.map(({ name }, group) => [unitOf(group), name] as const);
  return { [RECEPTION]: "Mottagningsgruppen", ...Object.fromEntries(names) };
}

function unitOf(group: number): string {
  return group === 0 ? INVESTIGATION : `${INVESTIGATION}${group + 1}`;
}

function managerOf(group: number): string {
  return group === 0 ? "uchef" : `uchef${group + 1}`;
}

function holderOf(turns: Turns, on: number): string {
  return (turns.findLast((each) => each.day <= on) ?? turns[0])?.key ?? "";
}

function presentOf(absences: readonly Absence[], key: string, on: number): string {
  const away = absences.find((each) => each.key === key && each.from <= on && on <= each.to);
  return away?.substitute ?? key;
}

/** Who is an office rather than a person. */
const OFFICES: Readonly<Record<string, string>> = {
  utskott: "Individutskottet",
  namnd: "Nämnden",
  admin: "Systemförvaltaren",
};

function named(member: Staff[number]): Staff[number] {
  const name = OFFICES[member.key];
  return name === undefined ? member : { ...member, name };
}
