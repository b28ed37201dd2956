import { addDays, type PlainDate } from "../../kernel/plain-date.ts";
import type { DemoBoard, DemoFamily } from "../demo-files.ts";
import type { Absence } from "./absences.ts";
import { dice } from "./dice.ts";
import type { MunicipalityFiles } from "./files.ts";
import { makeHousehold } from "./household.ts";
import { lifeOf } from "./life.ts";
import { makeRegister, type Register } from "./names.ts";
import { reportersOf } from "./reporters.ts";
import { reportedOn } from "./season.ts";
import { makeOffice } from "./staff.ts";

const DAYS_A_YEAR = 365;
/** The share of reports that come from schools and preschools. */
const OF_SCHOOLS = 0.3;

export interface Municipality {
  readonly board: Pick<DemoBoard, "units" | "staff">;
  /** Who of the staff was away, in order. */
  readonly absences: readonly Absence[];
  /** Those with something that runs now come first. */
  readonly families: readonly DemoFamily[];
  /** Reports about a child. */
  readonly reports: number;
  /** Years told of. */
  readonly years: number;
}

/** What a municipality is invented from: its staff, and its families one after the other. */
export interface Outline extends Pick<Municipality, "board" | "absences" | "years"> {
  readonly inhabitants: number;
  /** Inhabitants under eighteen. */
  readonly children: number;
  /** Every family once, in the order in which they are invented. */
  lives(): Generator<Life>;
}

/** A family with what happens to it. */
export interface Life {
  readonly family: DemoFamily;
  /** Reports about a child. */
  readonly reports: number;
  /** Something runs now. */
  readonly runs: boolean;
  /** Tells the same family once more, so that nobody has to keep what a whole municipality says. */
  readonly again: () => DemoFamily;
}

interface Wanted {
  readonly size: string;
  readonly seed: string;
  readonly today: PlainDate;
}

/**
 * Outlines a municipality: its staff, and families with lives that hang together, as many as the rates of reports
 * give for its inhabitants and years. The same for the same seed, size, day and files.
 * `names` is `spec/reference/names.csv`. Throws RangeError for a size there is none of.
 */
export function outlineMunicipality(
  files: MunicipalityFiles,
  names: string,
  wanted: Wanted,
): Outline {
  const size = files.sizes.sizes[wanted.size];
  if (size === undefined) throw new RangeError(`There is no size ${wanted.size}`);
  const newRegister = () => makeRegister(names, (day) => addDays(day, 1));
  const register = newRegister();
  const office = makeOffice(files, register, size, wanted.seed);
  const reporters = reportersOf(files);
  const { childrenPerThousand, reportsPerThousandChildren } = files.sizes;
  const children = (size.inhabitants * childrenPerThousand) / 1000;
  const target = (children * reportsPerThousandChildren * size.years) / 1000;
  function tell(index: number, by: Register): Omit<Life, "again"> {
    const makings = { files, register: by, today: wanted.today, reporters };
    const roll = dice(`${wanted.seed} household ${index}`);
    const wished = -roll.integer(2, DAYS_A_YEAR * (size?.years ?? 0));
    const firstDay = reportedOn(roll, files.rates, wanted.today, wished, roll.chance(OF_SCHOOLS));
    const household = makeHousehold(makings, roll, `h${index}`, firstDay);
    return lifeOf(makings, office, household, roll, firstDay);
  }
  function* lives(): Generator<Life> {
    // Numbers are given out anew each time; what the staff draws is no number.
    const { number } = newRegister();
    let reports = 0;
    for (let index = 1; reports < target; index += 1) {
      const given: ReturnType<Register["number"]>[] = [];
      const life = tell(index, { ...register, number: noted(number, given) });
      reports += life.reports;
      const again = () => tell(index, { ...register, number: sameAgain(given) }).family;
      yield { ...life, again };
    }
  }
  const { inhabitants, years } = size;
  return { board: office.board, absences: office.absences, years, inhabitants, children, lives };
}

type Numbers = Register["number"];

function noted(number: Numbers, given: ReturnType<Numbers>[]): Numbers {
  return (born, sex) => {
    const one = number(born, sex);
    given.push(one);
    return one;
  };
}

/** The numbers somebody was given, in the same order. */
function sameAgain(given: readonly ReturnType<Numbers>[]): Numbers {
  const left = given.values();
  return () => {
    const { value } = left.next();
    if (value === undefined) throw new RangeError("Told again it has more people");
    return value;
  };
}

/** All of a municipality at once: those with something that runs now come first. */
export function inventMunicipality(
  files: MunicipalityFiles,
  names: string,
  wanted: Wanted,
): Municipality {
  const { board, absences, years, lives } = outlineMunicipality(files, names, wanted);
  const all = [...lives()];
  const families = [...all.filter(({ runs }) => runs), ...all.filter(({ runs }) => !runs)];
  return {
    board,
    absences,
    years,
    families: families.map(({ family }) => family),
    reports: all.reduce((sum, { reports }) => sum + reports, 0),
  };
}
