import { addDays, type PlainDate } from "../../kernel/plain-date.ts";
import type { DemoBoard, DemoFamily } from "../demo-files.ts";
import type { Absence } from "./absences.ts";
import { dice } from "./dice.ts";
import type { MunicipalityFiles } from "./files.ts";
import { makeHousehold } from "./household.ts";
import { lifeOf } from "./life.ts";
import { makeRegister } from "./names.ts";
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

/**
 * Invents a municipality: its staff, and families with lives that hang together, as many as the rates of reports
 * give for its inhabitants and years. The same for the same seed, size, day and files.
 * `names` is `spec/reference/names.csv`.
 */
export function inventMunicipality(
  files: MunicipalityFiles,
  names: string,
  wanted: { readonly size: string; readonly seed: string; readonly today: PlainDate },
): Municipality {
  const size = files.sizes.sizes[wanted.size];
  if (size === undefined) throw new RangeError(`There is no size ${wanted.size}`);
  const register = makeRegister(names, (day) => addDays(day, 1));
  const office = makeOffice(files, register, size, wanted.seed);
  const makings = { files, register, today: wanted.today };
  const { childrenPerThousand, reportsPerThousandChildren } = files.sizes;
  const children = (size.inhabitants * childrenPerThousand) / 1000;
  const target = (children * reportsPerThousandChildren * size.years) / 1000;
  const lives: { family: DemoFamily; runs: boolean }[] = [];
  let reports = 0;
  for (let index = 1; reports < target; index += 1) {
    const roll = dice(`${wanted.seed} household ${index}`);
    const wished = -roll.integer(2, DAYS_A_YEAR * size.years);
    const firstDay = reportedOn(roll, files.rates, wanted.today, wished, roll.chance(OF_SCHOOLS));
    const household = makeHousehold(makings, roll, `h${index}`, firstDay);
    const life = lifeOf(makings, office, household, roll, firstDay);
    reports += life.reports;
    lives.push(life);
  }
  const families = [...lives.filter(({ runs }) => runs), ...lives.filter(({ runs }) => !runs)];
  return {
    board: office.board,
    absences: office.absences,
    families: families.map(({ family }) => family),
    reports,
    years: size.years,
  };
}
