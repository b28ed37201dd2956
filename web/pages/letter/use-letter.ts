import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { listLetters } from "../../../src/contract/letters/list-letters.ts";
import type { AnswerValue } from "../../../src/domain/event.ts";
import { codesOf, itemsOf } from "../../../src/domain/read.ts";
import { answersToSend } from "../../api/answers-to-send.ts";
import type { AnswerOf } from "../../api/client.ts";
import { lettersQuery } from "../../api/queries.ts";
import { type DraftHandle, useDraft } from "../../drafts/use-draft.ts";
import type { WrittenDraft } from "../../drafts/written.ts";

export type Letters = AnswerOf<typeof listLetters>;
export type PossibleLetter = Letters["possible"][number];
export type LetterRecipient = PossibleLetter["recipients"][number];

/** A letter while it is written: what has been chosen, and the draft of its words. */
export interface Writing {
  readonly possible: readonly PossibleLetter[];
  readonly chosen: PossibleLetter | undefined;
  readonly recipient: LetterRecipient | undefined;
  readonly draft: DraftHandle;
  readonly choose: (key: string) => void;
  readonly chooseRecipient: (key: string) => void;
  /** The body that previews, makes and sends it alike. */
  readonly about: LetterAbout;
  readonly body: (written: WrittenDraft) => LetterBody;
}

/** Where the letter stands, and the things it speaks of. */
interface LetterAbout {
  readonly akt: string;
  readonly matter: string;
  readonly ids: Record<string, string>;
}

export interface LetterBody extends LetterAbout {
  readonly data: Record<string, never>;
}

/** Tells letters about different things apart. */
export function keyOfLetter({ letter, ids }: PossibleLetter): string {
  return [letter, ...Object.values(ids)].join(" ");
}

export function keyOfRecipient({ role, person }: LetterRecipient): string {
  return person ?? role;
}

/** What is chosen is part of the draft, so that it is there again after a break. */
export function useLetter(akt: string, matter: string): Writing {
  const letters = useSuspenseQuery(lettersQuery(akt)).data;
  const [made] = useState(() => crypto.randomUUID());
  const draft = useDraft({ draft: made, document: "letter", akt, matter });
  const [key, setKey] = useState<string>();
  const possible = letters.possible.filter((one) => one.matter === matter);
  const chosen =
    possible.find((one) => keyOfLetter(one) === key) ??
    possible.find((one) => one.letter === draft.answers["letter"]);
  const recipient = chosen?.recipients.find((one) => isRecipient(one, draft.answers));
  return {
    possible,
    chosen,
    recipient,
    draft,
    choose: (wanted) => {
      setKey(wanted);
      const letter = possible.find((one) => keyOfLetter(one) === wanted);
      draft.set("letter", letter?.letter ?? null);
      draft.set("recipient", null);
      draft.set("to", null);
      withoutEnclosures(draft);
    },
    chooseRecipient: (wanted) => {
      const found = chosen?.recipients.find((one) => keyOfRecipient(one) === wanted);
      draft.set("recipient", found?.role ?? null);
      const person = found?.person ?? undefined;
      draft.set("to", person === undefined ? null : [person]);
      withoutEnclosures(draft);
      // What the letter speaks of goes along unless somebody says otherwise.
      for (const { kind, item, belongs, problems } of found?.enclosures ?? []) {
        const stands = problems.every(({ severity }) => severity !== "block");
        if (belongs && stands) draft.addItem("enclosures", { kind, item });
      }
    },
    about: { akt, matter, ids: { ...chosen?.ids, letter: draft.draftId() } },
    body: (written) => ({
      akt,
      matter,
      ids: { ...chosen?.ids, letter: written.draft },
      data: answersToSend(written),
    }),
  };
}

/** Enclosures were chosen for somebody: another recipient has other ones. */
function withoutEnclosures(draft: DraftHandle): void {
  for (const { id } of itemsOf(draft.answers["enclosures"])) draft.removeItem("enclosures", id);
}

function isRecipient(
  { role, person }: LetterRecipient,
  answers: Readonly<Record<string, AnswerValue>>,
): boolean {
  const [named] = codesOf(answers["to"]);
  return answers["recipient"] === role && (person ?? undefined) === named;
}
