import { z } from "zod";
import { route } from "../route.ts";
import { empty } from "../shapes.ts";
import { fileChoice } from "./download-extract.ts";

/** The catalogue of variables as a file: what each means, where it comes from, its codes. */
export const downloadCodebook = route({
  id: "followup.download-codebook",
  method: "GET",
  path: "/api/v1/followup/codebook",
  params: empty,
  query: fileChoice,
  body: empty,
  answer: z.string(),
  action: "followup.read",
  purpose: "follow-up",
  problems: ["followup.no-parquet"],
});
