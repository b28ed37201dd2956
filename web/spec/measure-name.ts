import type { Lang, Pack } from "../../src/spec/types.ts";
import { fullDay } from "../text/dates.ts";
import { measureText } from "../text/measure.ts";
import { codeLabel } from "./use-pack.ts";

/** What tells a measure from the others of a matter. */
export interface NamedMeasure {
  readonly types: readonly string[];
  readonly grantedOn: string;
  readonly from: string | null;
}

/** A measure as a line names it: its kinds, with the day it begins or was granted where it has a namesake. */
export function measureName(
  pack: Pack,
  measure: NamedMeasure,
  lang: Lang,
  among: readonly NamedMeasure[] = [],
): string {
  const name = kindsOf(pack, measure, lang);
  const namesakes = among.filter((each) => kindsOf(pack, each, lang) === name);
  if (namesakes.length < 2) return name;
  return `${name} (${fullDay(measure.from ?? measure.grantedOn, lang)})`;
}

function kindsOf(pack: Pack, { types }: NamedMeasure, lang: Lang): string {
  if (types.length === 0) return measureText.unnamed[lang];
  return types.map((type) => codeLabel(pack, "measure-type", type)[lang]).join(", ");
}
