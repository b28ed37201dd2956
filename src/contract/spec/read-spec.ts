import { z } from "zod";
import { route } from "../route.ts";
import { empty } from "../shapes.ts";

/** A specification pack by digest (never changes, cached for ever); "current" answers the one in force. */
export const readSpec = route({
  id: "spec.read-spec",
  method: "GET",
  path: "/api/v1/spec/:digest",
  params: z.object({ digest: z.string().max(80) }),
  query: empty,
  body: empty,
  answer: z.object({ digest: z.string(), pack: z.unknown() }),
  action: "signed-in",
  purpose: "administration",
  problems: ["spec.not-found"],
});
