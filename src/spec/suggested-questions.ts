import data from "../../spec/followup/questions.json" with { type: "json" };
import type { Text } from "./types.ts";

/** A question to start from, by ids of variables. */
export interface SuggestedQuestion {
  readonly id: string;
  readonly words: Text;
  readonly query: {
    readonly rows: string;
    readonly columns?: string;
    readonly percent?: "column" | "row" | "all";
    readonly series?: "month" | "quarter" | "half-year" | "year";
    readonly compare?: { readonly by: "units" };
  };
}

const percents = ["column", "row", "all"] as const;
const series = ["month", "quarter", "half-year", "year"] as const;

/** What others have wanted to know first (spec/followup/questions.json): one at least of each step and area. */
export const suggestedQuestions: readonly SuggestedQuestion[] = data.map(({ id, words, query }) => {
  const percent = percents.find((each) => each === query.percent);
  const period = series.find((each) => each === query.series);
  return {
    id,
    words,
    query: {
      rows: query.rows,
      ...(query.columns === undefined ? {} : { columns: query.columns }),
      ...(percent === undefined ? {} : { percent }),
      ...(period === undefined ? {} : { series: period }),
      ...(query.compare?.by === "units" ? { compare: { by: "units" as const } } : {}),
    },
  };
});
