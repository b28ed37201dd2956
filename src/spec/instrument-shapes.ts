import { z } from "zod";
import { DIRECTIONS, type Instrument } from "./instrument-types.ts";

const text = z.strictObject({ sv: z.string(), en: z.string() });
const scale = { min: z.number(), max: z.number(), direction: z.enum(DIRECTIONS) };

export const instrument: z.ZodType<Instrument> = z.strictObject({
  id: z.string(),
  version: z.string(),
  owner: z.string(),
  licence: text,
  respondents: z.array(z.string()),
  ageFrom: z.number().exactOptional(),
  ageTo: z.number().exactOptional(),
  total: z.strictObject(scale).nullable(),
  subscales: z.array(z.strictObject({ id: z.string(), name: text, ...scale })),
  cutoffs: z.array(
    z.strictObject({
      scale: z.string(),
      from: z.number(),
      respondent: z.string().exactOptional(),
      ageFrom: z.number().exactOptional(),
      ageTo: z.number().exactOptional(),
      label: text,
      source: z.string(),
      year: z.number(),
    }),
  ),
});
