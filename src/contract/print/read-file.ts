import { z } from "zod";
import { route } from "../route.ts";
import { empty, uuid } from "../shapes.ts";

/** The bytes of a stored file (PDF), served as made, ever after. */
export const readFile = route({
  id: "print.read-file",
  method: "GET",
  path: "/api/v1/files/:file",
  params: z.object({ file: uuid }),
  query: empty,
  body: empty,
  answer: z.unknown(),
  action: "print.make",
  purpose: "case-handling",
  problems: ["file.not-found", "akt.protected"],
});
