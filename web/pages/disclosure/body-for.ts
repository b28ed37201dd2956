import type { BodyOf } from "../../api/client.ts";
import type { noteRequest } from "../../../src/contract/disclosure/disclosure-routes.ts";
import type { Answered } from "../../spec/answer-form.tsx";

/** The body of every command on a request, from what was answered. */
export function bodyFor({
  akt,
  matter,
  disclosure,
}: {
  readonly akt: string;
  readonly matter: string;
  readonly disclosure: string;
}): (answered: Answered) => BodyOf<typeof noteRequest> {
  return ({ commandId, data, draft }) => ({
    commandId,
    akt,
    matter,
    ids: { disclosure },
    data,
    draft,
    reasons: {},
  });
}
