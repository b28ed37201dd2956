import { z } from "zod";
import { route } from "../route.ts";
import { empty, uuid } from "../shapes.ts";

/**
 * What seals the copy that the browser keeps of text that is not saved yet. The browser holds it in memory
 * only, so that a copy can be read by nobody but the one who is signed in.
 */
export const readCopyKey = route({
  id: "session.read-copy-key",
  method: "GET",
  path: "/api/v1/session/copy-key",
  params: empty,
  query: empty,
  body: empty,
  answer: z.object({
    /** Whose copies these are: those of others are erased. */
    owner: uuid,
    /** 32 bytes in base64; null where the board keeps no copies in browsers. */
    secret: z.string().nullable(),
    /** The server's clock: a device's own may be wrong, and copies are kept for a limited time. */
    now: z.string(),
    /** Hours a copy is kept at most. */
    hours: z.number().int(),
  }),
  action: "signed-in",
  purpose: "sign-in",
  problems: [],
});
