import { problem, type Problem } from "../../kernel/problem.ts";
import { findInstrument, parseScore, scaleNamed, TOTAL } from "../../spec/instruments.ts";
import type { CommandSubject, Demand } from "../command-definition.ts";
import { itemsOf, textOf } from "../read.ts";

export const newResult: Demand = ({ matter, command }) =>
  matter?.instruments?.some(({ result }) => result === command.ids["result"]) === true
    ? problem("command.id-taken", { status: 409, params: { name: "result" } })
    : undefined;

/** The sum is a number, and one that the instrument can give. */
export const totalFits: Demand = (subject) =>
  valueProblem(subject, TOTAL, textOf(subject.command.data["total"]), "/data/total");

/** Each subscale is one of the instrument, with a value that it can have. */
export const subscalesFit: Demand = (subject) => {
  const items = itemsOf(subject.command.data["subscales"]);
  for (const [index, item] of items.entries()) {
    const at = `/data/subscales/${index}`;
    const scale = textOf(item["scale"]) ?? "";
    const found = valueProblem(subject, scale, textOf(item["value"]), `${at}/value`);
    if (found !== undefined) {
      return found.id === "instrument.no-such-scale" ? { ...found, pointer: `${at}/scale` } : found;
    }
  }
  return undefined;
};

function valueProblem(
  { command, ctx }: CommandSubject,
  name: string,
  text: string | undefined,
  pointer: string,
): Problem | undefined {
  if (text === undefined) return undefined;
  const value = parseScore(text);
  if (value === undefined) return problem("instrument.no-number", { pointer });
  const instrument = findInstrument(ctx.pack, textOf(command.data["instrument"]) ?? "");
  // The register has nothing to say of another instrument, or of one whose subscales it does not hold.
  if (instrument === undefined) return undefined;
  if (name !== TOTAL && instrument.subscales.length === 0) return undefined;
  const scale = scaleNamed(instrument, name);
  if (scale === undefined)
    return problem("instrument.no-such-scale", { pointer, params: { name } });
  if (scale === null) return problem("instrument.no-total", { pointer });
  const { min, max } = scale;
  if (value >= min && value <= max) return undefined;
  return problem("instrument.out-of-range", { pointer, params: { min, max } });
}
