import type { TableAnswer } from "../../contract/followup/make-table.ts";
import { sharesOf } from "../../domain/followup/shares.ts";
import { missingKey } from "../disclosure/numbers.ts";
import type { EngineDeps, Scope } from "../engine/deps.ts";
import { answerOf, type AskedTable } from "../engine/make-table.ts";
import { fill, nounOf } from "../engine/words.ts";
import type { ToldNumbers } from "./past.ts";

/**
 * The answer as it may leave: every number that is not told is null, and the others are rounded where the board
 * rounds. The sentence says how many numbers are left out and why.
 */
export function releaseAnswer(
  deps: EngineDeps,
  scope: Scope,
  asked: AskedTable,
  { told, withheld }: ToldNumbers,
): TableAnswer {
  const { least, rounding } = deps.settings.outside;
  const hidden = new Set(withheld);
  const numberAt = (key: string): number | null => {
    if (hidden.has(key)) return null;
    return Math.round((told[key] ?? 0) / rounding) * rounding;
  };
  const inside = answerOf(deps, scope, asked);
  const { resolved, table } = asked;
  const { percent = "column", withMissing = false } = resolved.query;
  const down = table.rows.map(({ number }) => number);
  const across = inside.axes.columns === null ? ["*"] : table.columns.map(({ number }) => number);
  const slice = (layer: number | "*") => {
    const counted = {
      n: numberAt(`*|*|${layer}`),
      cells: down.map((row) => across.map((column) => numberAt(`${row}|${column}|${layer}`))),
      rowTotals: down.map((row) => numberAt(`${row}|*|${layer}`)),
      columnTotals: across.map((column) => numberAt(`*|${column}|${layer}`)),
    };
    const places = { ...counted, rows: table.rows, columns: table.columns };
    const shares = sharesOf(places, { percent, withMissing, small: least });
    return { ...counted, shares: shares.map((row) => [...row]) };
  };
  const whole = slice("*");
  const n = whole.n ?? 0;
  const noun = nounOf(resolved, deps.texts);
  const plain = withheld.length === 0 && rounding === 1;
  const left = fill(deps.texts, "sentence.released", { n, noun, least, withheld: withheld.length });
  return {
    ...inside,
    ...whole,
    room: "out",
    n,
    missing: numberAt(missingKey),
    sentence: plain ? inside.sentence : left,
    notes: [
      ...inside.notes,
      ...(rounding === 1 ? [] : [fill(deps.texts, "note.rounded", { rounding })]),
    ],
    slices: table.layers.map(({ number }) => slice(number)),
    small: least,
    rounded: rounding,
  };
}
