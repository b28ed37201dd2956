import type { DemoBoard } from "../demo-files.ts";
import { dice } from "./dice.ts";
import type { MunicipalityFiles, Size } from "./files.ts";
import type { Register } from "./names.ts";

/** Who sits where, and since when: a desk is taken over when somebody leaves. */
export interface Seat {
  /** The key of the one who sits there on that day, counted from today. */
  holder(day: number): string;
  /** The days on which somebody else took over, with the key of the new one. */
  readonly changes: readonly { readonly day: number; readonly key: string }[];
}

export interface Office {
  readonly board: Pick<DemoBoard, "units" | "staff">;
  readonly reception: readonly Seat[];
  readonly investigation: readonly Seat[];
  readonly receptionManager: string;
  readonly investigationManager: string;
}

/** Units of the demo. */
export const RECEPTION = "@mottagning";
export const INVESTIGATION = "@utredning";

const DAYS_A_YEAR = 365;
/** Nobody leaves sooner. */
const LEAST_DAYS = 180;
const MANAGERS = { reception: "mchef", investigation: "uchef" };

/** Makes the staff of a municipality of that size, with those who have left and those who took over. */
export function makeOffice(
  files: MunicipalityFiles,
  register: Register,
  size: Size,
  seed: string,
): Office {
  const roll = dice(`${seed} staff`);
  const firstDay = -DAYS_A_YEAR * size.years;
  const staff: DemoBoard["staff"] = [];
  const nameOf = () =>
    `${register.adult(roll, roll.chance(0.8) ? "female" : "male")} ${register.family(roll)}`;
  const join = (
    key: string,
    role: DemoBoard["staff"][number]["role"],
    unit?: string,
    left = false,
  ) => {
    const qualified = role === "caseworker" || role === "unit-manager";
    const signsIn = role !== "committee" && role !== "board" && !left;
    const place = unit === undefined ? {} : { unit };
    const account = signsIn ? { username: key } : {};
    staff.push({ key, name: nameOf(), role, qualified, ...place, ...account });
  };
  function seat(unit: string, letter: string, index: number): Seat {
    const changes: { day: number; key: string }[] = [];
    let day = firstDay;
    for (let turn = 1; day < 0; turn += 1) {
      const key = `${letter}${index + 1}${turn === 1 ? "" : String.fromCodePoint(96 + turn)}`;
      const since = day;
      const stay = DAYS_A_YEAR * roll.between(files.rates.invented.staffYears) * roll.float();
      day += LEAST_DAYS + Math.round(stay);
      join(key, "caseworker", unit, day < 0);
      changes.push({ day: since, key });
    }
    const holder = (on: number) =>
      (changes.findLast((each) => each.day <= on) ?? changes[0])?.key ?? "";
    return { holder, changes: changes.slice(1) };
  }
  join(MANAGERS.reception, "unit-manager", "mottagning");
  join(MANAGERS.investigation, "unit-manager", "utredning");
  const seats = (unit: string, letter: string, count: number) =>
    Array.from({ length: count }, (_, index) => seat(unit, letter, index));
  const reception = seats("mottagning", "m", size.reception);
  const investigation = seats("utredning", "u", size.investigation);
  join("assistent", "assistant", "utredning");
  join("utskott", "committee");
  join("namnd", "board");
  join("admin", "administrator");
  return {
    board: {
      units: { mottagning: "Mottagningsgruppen", utredning: "Utredningsgruppen" },
      staff: staff.map((each) => ({ ...each, ...OFFICES[each.key] })),
    },
    reception,
    investigation,
    receptionManager: MANAGERS.reception,
    investigationManager: MANAGERS.investigation,
  };
}

/** Who is an office rather than a person. */
const OFFICES: Readonly<Record<string, { readonly name: string }>> = {
  utskott: { name: "Individutskottet" },
  namnd: { name: "Nämnden" },
  admin: { name: "Systemförvaltaren" },
};
