import { z } from "zod";
import { shapeProblems } from "../case-file.ts";
import { mapping, type KindMapping, type MapContext } from "./mapping.ts";

const noted = z.looseObject({
  factors: z.array(
    z.looseObject({
      area: z.string(),
      type: z.string(),
      label: z.string(),
      strength: z.int().exactOptional(),
      evidence: z.array(z.string()).nullish(),
      childsWords: z.string().nullish(),
    }),
  ),
});
type NotedFactor = z.infer<typeof noted>["factors"][number];

const assessed = z.looseObject({
  areas: z.array(z.looseObject({ area: z.string(), level: z.int(), parent: z.string().nullish() })),
});
type AssessedArea = z.infer<typeof assessed>["areas"][number];

const NOTED = "factor.noted";
const ASSESSED = "area.assessed";

/** Content of the next document, told as events of its own: nothing is recorded when it is noted. */
export const contentKinds: Readonly<Record<string, KindMapping>> = {
  [NOTED]: mapping(noted, () => [], { attempts: false }),
  [ASSESSED]: mapping(assessed, () => [], { attempts: false }),
};

/** The factors noted in a matter after a place and before the event at hand, with where they stand. */
export function notedFactors(
  ctx: MapContext,
  matter: string,
  after: number,
): readonly { readonly path: string; readonly noted: NotedFactor }[] {
  return ctx.timeline
    .before(ctx.place, matter, [NOTED])
    .filter(({ place }) => place > after)
    .flatMap(({ event, index }) => {
      const path = `/timeline/${index}/data`;
      const read = noted.safeParse(event.data);
      if (!read.success) {
        ctx.problems.push(...shapeProblems(read.error, path));
        return [];
      }
      return read.data.factors.map((factor, at) => ({
        path: `${path}/factors/${at}`,
        noted: factor,
      }));
    });
}

/** The latest assessment of the areas in a matter before the event at hand, with where each stands. */
export function assessedAreas(
  ctx: MapContext,
  matter: string,
): readonly { readonly path: string; readonly assessed: AssessedArea }[] {
  const latest = ctx.timeline.before(ctx.place, matter, [ASSESSED]).at(-1);
  if (latest === undefined) return [];
  const path = `/timeline/${latest.index}/data`;
  const read = assessed.safeParse(latest.event.data);
  if (!read.success) {
    ctx.problems.push(...shapeProblems(read.error, path));
    return [];
  }
  return read.data.areas.map((area, at) => ({ path: `${path}/areas/${at}`, assessed: area }));
}
