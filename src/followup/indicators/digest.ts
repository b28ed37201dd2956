import { createHash } from "node:crypto";
import { canonicalJson, type Json } from "../../kernel/canonical-json.ts";

/** SHA-256 of the canonical text of something that JSON can hold: the same content has the same. */
export function digestOf(content: object): string {
  return createHash("sha256")
    .update(canonicalJson(parseContent(content)))
    .digest("hex");
}

function parseContent(content: object): Json {
  return JSON.parse(JSON.stringify(content)) as Json;
}
