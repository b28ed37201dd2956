import { checkDigitOf } from "../../kernel/identity-number.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import type { Dice } from "./dice.ts";

export type Sex = "female" | "male";

interface Weighted {
  readonly name: string;
  readonly upTo: number;
}

/** Names with how common they are, and numbers that nobody has. */
export interface Register {
  child(dice: Dice, sex: Sex): string;
  adult(dice: Dice, sex: Sex): string;
  family(dice: Dice): string;
  /** A test number for that day, else for the nearest later one with a number left. */
  number(born: PlainDate, sex: Sex): { readonly number: string; readonly born: PlainDate };
}

/**
 * Makes the register of one municipality from `spec/reference/names.csv` (type, name, sex, weight, weight among
 * children). Numbers have an individual number of 980-999, which Skatteverket gives to no one.
 */
export function makeRegister(csv: string, nextDay: (day: PlainDate) => PlainDate): Register {
  const rows = csv
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","));
  const table = (type: string, sex: string, column: number): readonly Weighted[] => {
    let sum = 0;
    return rows
      .filter((row) => row[0] === type && (sex === "" || row[2] === sex))
      .map((row) => ({ name: row[1] ?? "", upTo: (sum += Number(row[column] ?? 0)) }));
  };
  const tables = {
    child: { female: table("given", "F", 4), male: table("given", "M", 4) },
    adult: { female: table("given", "F", 3), male: table("given", "M", 3) },
  };
  const families = table("surname", "", 3);
  const used = new Map<string, number>();
  function number(born: PlainDate, sex: Sex): ReturnType<Register["number"]> {
    const taken = used.get(`${born}${sex}`) ?? 0;
    if (taken === NUMBERS_A_DAY) return number(nextDay(born), sex);
    used.set(`${born}${sex}`, taken + 1);
    const individual = FIRST + 2 * taken + (sex === "male" ? 1 : 0);
    const digits = `${born.replaceAll("-", "")}${individual}`;
    return { number: `${digits}${checkDigitOf(digits.slice(2))}`, born };
  }
  return {
    child: (dice, sex) => drawn(dice, tables.child[sex]),
    adult: (dice, sex) => drawn(dice, tables.adult[sex]),
    family: (dice) => drawn(dice, families),
    number,
  };
}

/** Individual numbers 980, 982, ... for women and girls, 981, 983, ... for men and boys. */
const FIRST = 980;
const NUMBERS_A_DAY = 10;

function drawn(dice: Dice, table: readonly Weighted[]): string {
  const at = dice.float() * (table.at(-1)?.upTo ?? 0);
  let [low, high] = [0, table.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((table[middle]?.upTo ?? 0) > at) high = middle;
    else low = middle + 1;
  }
  return table[low]?.name ?? "";
}
