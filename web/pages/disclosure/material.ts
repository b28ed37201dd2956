import type { readMaterial } from "../../../src/contract/disclosure/disclosure-routes.ts";
import type { AnswerOf } from "../../api/client.ts";

/** What a request is about, as the server tells it. */
export type Material = AnswerOf<typeof readMaterial>;

/** The element of a paragraph, by its place in the answer: a problem of the copy leads to it. */
export function placeId(pointer: string): string {
  return `part${pointer.replaceAll("/", "-")}`;
}
