import { problem } from "../kernel/problem.ts";
import type { Problem } from "../kernel/problem.ts";
import { unknown } from "./check-ids.ts";
import type { Cutoff, Instrument, Scale } from "./instrument-types.ts";
import { findCode } from "./lookup.ts";
import type { Pack } from "./types.ts";

/** The scale that the sum of an instrument is. */
export const TOTAL = "total";

/** The instrument of the register; undefined for one that the register does not have ("other"). */
export function findInstrument(pack: Pack, id: string): Instrument | undefined {
  return pack.instruments.find((each) => each.id === id);
}

/**
 * The scale a name stands for: its id, or its name in Swedish or English. Undefined where there is none; null
 * for the sum of an instrument without one.
 */
export function scaleNamed(instrument: Instrument, name: string): Scale | null | undefined {
  if (name === TOTAL) return instrument.total;
  return instrument.subscales.find(
    ({ id, name: words }) => id === name || words.sv === name || words.en === name,
  );
}

/** A value as people write it: with a comma or a point. Undefined for what is no number. */
export function parseScore(text: string): number | undefined {
  const written = text.trim().replace(",", ".");
  return /^-?\d+(?:\.\d+)?$/u.test(written) ? Number(written) : undefined;
}

/** About whom a cut-off is asked. */
export interface Scored {
  readonly scale: string;
  readonly value: number;
  readonly respondent?: string | undefined;
  readonly age?: number | undefined;
}

/** The cut-off that a value has passed, for this respondent and age; undefined where the register has none. */
export function cutoffOf(instrument: Instrument, scored: Scored): Cutoff | undefined {
  return instrument.cutoffs
    .filter((cutoff) => cutoff.scale === scored.scale && cutoff.from <= scored.value)
    .filter(({ respondent }) => respondent === undefined || respondent === scored.respondent)
    .filter(({ ageFrom, ageTo }) => within(scored.age, ageFrom, ageTo))
    .toSorted((a, b) => a.from - b.from)
    .at(-1);
}

function within(age: number | undefined, from: number | undefined, to: number | undefined) {
  if (from === undefined && to === undefined) return true;
  if (age === undefined) return false;
  return age >= (from ?? 0) && age <= (to ?? Infinity);
}

/** Every instrument is a code of its list, answered by known respondents, with limits inside its scales. */
export function checkInstruments(pack: Pack): Problem[] {
  return pack.instruments.flatMap((instrument, index) => {
    const pointer = `/instruments/${index}`;
    return [
      ...(findCode(pack, "instrument", instrument.id) === undefined
        ? [unknown("code", instrument.id, `${pointer}/id`)]
        : []),
      ...instrument.respondents
        .filter((each) => findCode(pack, "instrument-respondent", each) === undefined)
        .map((each) => unknown("code", each, `${pointer}/respondents`)),
      ...instrument.cutoffs.flatMap((cutoff, place) => {
        const scale = scaleNamed(instrument, cutoff.scale);
        const fits = scale !== undefined && scale !== null && cutoff.from <= scale.max;
        const at = `${pointer}/cutoffs/${place}`;
        return fits
          ? []
          : [problem("spec.cutoff", { pointer: at, params: { item: cutoff.scale } })];
      }),
    ];
  });
}
