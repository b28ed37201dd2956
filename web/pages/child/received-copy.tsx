import { useState } from "react";
import type { listReceived } from "../../../src/contract/received/list-received.ts";
import type { makeReceivedCopy } from "../../../src/contract/received/make-copy.ts";
import { type AnswerOf, urlOf } from "../../api/client.ts";
import { endpoints } from "../../api/endpoints.ts";
import type { ChildPageAnswer } from "../../api/queries.ts";
import { useCommand } from "../../api/use-command.ts";
import { ProblemNote } from "../../components/problem-note/problem-note.tsx";
import { receivedText } from "../../text/received.ts";
import { useText } from "../../text/text.ts";
import { useNameOf } from "../../components/person-label/name-of.ts";

type Document = AnswerOf<typeof listReceived>["documents"][number];

const internal = "internal";

/** A copy of a document that came in, for the file or a party; what a party may not see is refused with why. */
export function ReceivedCopy({
  child,
  document,
  about,
}: {
  readonly child: ChildPageAnswer;
  readonly document: Document;
  readonly about: string;
}) {
  const r = useText(receivedText);
  const named = useNameOf();
  const { state, send } = useCommand(endpoints.makeReceivedCopy);
  const [recipient, setRecipient] = useState(internal);
  const [made, setMade] = useState<AnswerOf<typeof makeReceivedCopy>>();
  const guardians = child.parties.filter(({ kind }) => kind === "guardian");
  async function make(): Promise<void> {
    setMade(undefined);
    const { matter, received } = document;
    setMade(await send(() => ({ akt: child.akt, matter, received, recipient })));
  }
  return (
    <>
      <label>
        {r("copyFor")}
        <span className="visually-hidden"> {about}</span>{" "}
        <select
          value={recipient}
          onChange={(event) => {
            setRecipient(event.target.value);
            setMade(undefined);
          }}
        >
          <option value={internal}>{r("copyInternal")}</option>
          <option value={child.person}>{child.child.name}</option>
          {guardians.map(({ person, label }) => (
            <option key={person} value={person}>
              {named(label)}
            </option>
          ))}
        </select>
      </label>
      <button type="button" aria-disabled={state.sending} onClick={() => void make()}>
        {r("makeCopy")}
        <span className="visually-hidden"> {about}</span>
      </button>
      <span role="status">
        {made === undefined ? null : (
          <>
            <a
              href={urlOf(endpoints.readFile.path, { file: made.file }, {})}
              target="_blank"
              rel="noreferrer"
            >
              {r("openCopy")}
              <span className="visually-hidden"> {about}</span>
            </a>{" "}
            <span className="quiet">{made.archive ? r("copyArchive") : r("copyPlain")}</span>
          </>
        )}
      </span>
      <ProblemNote state={state} />
    </>
  );
}
