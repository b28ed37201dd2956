import { useQuery } from "@tanstack/react-query";
import type { previewLetter } from "../../../src/contract/letters/preview-letter.ts";
import { codesOf, textOf } from "../../../src/domain/read.ts";
import { type AnswerOf, call } from "../../api/client.ts";
import { endpoints } from "../../api/endpoints.ts";
import type { Writing } from "./use-letter.ts";

export type Piece = AnswerOf<typeof previewLetter>["pieces"][number];

const childsVersion = "child-version";

/** What the record has for the child's version of the chosen document; undefined while it is not known. */
export function usePieces(writing: Writing): readonly Piece[] | undefined {
  const { chosen, recipient, draft, about } = writing;
  const versionOf = textOf(draft.answers["versionOf"]);
  const wanted =
    chosen?.letter === childsVersion && recipient !== undefined && versionOf !== undefined;
  const { akt, matter, ids } = about;
  return useQuery({
    queryKey: ["letter-pieces", akt, matter, ids["decision"], versionOf],
    enabled: wanted,
    queryFn: async () => {
      const { letter, recipient: role, to } = draft.answers;
      const data = {
        letter: textOf(letter) ?? "",
        recipient: textOf(role) ?? "",
        to: [...codesOf(to)],
        versionOf: versionOf ?? "",
      };
      return call(endpoints.previewLetter, { body: { ...about, data } });
    },
  }).data?.pieces;
}
