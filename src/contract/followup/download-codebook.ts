import { z } from "zod";
import { route } from "../route.ts";
import { empty } from "../shapes.ts";

/** The catalogue of variables as a CSV file (text, not JSON). */
export const downloadCodebook = route({
  id: "followup.download-codebook",
  method: "GET",
  path: "/api/v1/followup/codebook.csv",
  params: empty,
  query: z.object({ lang: z.enum(["sv", "en"]).default("sv") }),
  body: empty,
  answer: z.string(),
  action: "followup.read",
  purpose: "follow-up",
  problems: [],
});
