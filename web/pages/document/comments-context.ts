import { createContext } from "react";
import type { listComments } from "../../../src/contract/basis/comments.ts";
import type { AnswerOf } from "../../api/client.ts";

/** Of which matter a text is. */
export interface Place {
  readonly akt: string;
  readonly matter: string;
}

export type Comment = AnswerOf<typeof listComments>["comments"][number];

/** What readers have said about parts of the text that is being written; undefined where nothing is commented on. */
export const CommentsContext = createContext<
  { readonly of: Place; readonly comments: readonly Comment[] } | undefined
>(undefined);
