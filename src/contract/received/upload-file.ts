import { z } from "zod";
import { route } from "../route.ts";
import { empty, uuid } from "../shapes.ts";

/** The bytes of a request, as they come: the route reads them itself and stops where they are too many. */
export const byteStream = z.custom<AsyncIterable<Uint8Array>>(
  (value) => typeof value === "object" && value !== null,
);

/**
 * A file on its way into a matter, as its bytes (`application/octet-stream`). What it is is told by its bytes;
 * neither a name nor a kind is taken from the browser.
 */
export const uploadFile = route({
  id: "received.upload-file",
  method: "POST",
  path: "/api/v1/received/upload-file",
  params: empty,
  query: z.object({ akt: uuid, matter: uuid }),
  body: byteStream,
  takesBytes: true,
  answer: z.object({
    upload: uuid,
    mediaType: z.string(),
    size: z.number().int(),
    sha256: z.string(),
    pages: z.number().int().nullable(),
  }),
  action: "akt.write",
  purpose: "case-handling",
  problems: [
    "file.no-bytes",
    "file.empty",
    "file.too-large",
    "file.cut-off",
    "file.kind-not-allowed",
    "file.pdf-broken",
    "file.pdf-locked",
    "file.picture-broken",
    "file.harmful",
    "file.scan-unavailable",
    "file.too-many-at-once",
    "file.too-many-today",
    "akt.not-found",
  ],
});
