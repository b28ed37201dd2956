import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { makeLetter } from "../../../src/contract/letters/make-letter.ts";
import type { previewLetter } from "../../../src/contract/letters/preview-letter.ts";
import type { AnswerOf } from "../../api/client.ts";
import { endpoints } from "../../api/endpoints.ts";
import { useCommand } from "../../api/use-command.ts";
import type { Writing } from "./use-letter.ts";

/** What can be done with a letter: see how it reads, make the file, record that it was sent. */
export function useLetterActions(akt: string, writing: Writing) {
  const navigate = useNavigate();
  const previewing = useCommand(endpoints.previewLetter);
  const making = useCommand(endpoints.makeLetter);
  const sending = useCommand(endpoints.sendLetter);
  const [preview, setPreview] = useState<AnswerOf<typeof previewLetter>>();
  const [made, setMade] = useState<AnswerOf<typeof makeLetter>>();
  const { draft } = writing;
  const [together, setTogether] = useState(true);

  return {
    previewing: previewing.state,
    making: making.state,
    sending: sending.state,
    preview,
    made,
    together,
    setTogether: (value: boolean): void => {
      setTogether(value);
      setMade(undefined);
    },
    forget: (): void => {
      setMade(undefined);
      setPreview(undefined);
    },
    show: async (): Promise<void> => {
      const written = await draft.written();
      setPreview(await previewing.send(() => writing.body(written)));
    },
    make: async (copy: "recipient" | "internal"): Promise<void> => {
      const written = await draft.written();
      const answer = await making.send(() => ({ ...writing.body(written), copy, together }));
      if (answer !== undefined) setMade(answer);
    },
    send: async (): Promise<void> => {
      const written = await draft.written();
      if (!written.stored) return;
      const { ids, ...body } = writing.body(written);
      const answer = await sending.send((commandId) => ({
        ...body,
        commandId,
        ids: made === undefined ? ids : { ...ids, file: made.file },
        draft: written.draft,
        reasons: {},
        expect: {},
      }));
      if (answer !== undefined) await navigate({ to: "/child/$akt", params: { akt } });
    },
  };
}

export type LetterActions = ReturnType<typeof useLetterActions>;
