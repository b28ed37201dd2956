import { z } from "zod";
import { route } from "../route.ts";
import { empty, uuid } from "../shapes.ts";

/** The original of a received document: shown in a window without rights, or saved. */
export const readOriginal = route({
  id: "received.read-original",
  method: "GET",
  path: "/api/v1/received/:file",
  params: z.object({ file: uuid }),
  query: z.object({ as: z.enum(["shown", "saved"]).default("saved") }),
  body: empty,
  answer: z.unknown(),
  action: "akt.read",
  purpose: "case-handling",
  problems: ["file.not-found", "akt.protected", "file.harmful", "file.scan-unavailable"],
});
