import { useId, useState } from "react";
import { urlOf } from "../../api/client.ts";
import { endpoints } from "../../api/endpoints.ts";
import type { ChildPageAnswer } from "../../api/queries.ts";
import { storyText } from "../../text/story.ts";
import { useText } from "../../text/text.ts";
import type { StoryChoice } from "./story-filters.tsx";
import { useNameOf } from "../../components/person-label/name-of.ts";

const internal = "internal";
const guardian = "guardian";

/** What is shown as a copy for somebody by name: ids, codes and days only stand in its address. */
export function StoryPrint({
  child,
  choice,
}: {
  readonly child: ChildPageAnswer;
  readonly choice: StoryChoice;
}) {
  const t = useText(storyText);
  const named = useNameOf();
  const id = useId();
  const [recipient, setRecipient] = useState(internal);
  const readers = [
    ...(child.ownCopy.gets ? [{ id: child.person, name: child.child.name }] : []),
    ...child.parties
      .filter(({ kind, person }) => kind === guardian && person !== child.person)
      .map(({ person, label }) => ({ id: person, name: named(label) })),
  ];
  const chosen = Object.fromEntries(Object.entries(choice).filter(([, value]) => value !== ""));
  const href = urlOf(endpoints.printStory.path, { akt: child.akt }, { recipient, ...chosen });
  return (
    <div className="story-print no-print">
      <div className="row">
        <label htmlFor={id}>{t("copyFor")}</label>
        <select id={id} value={recipient} onChange={(event) => setRecipient(event.target.value)}>
          <option value={internal}>{t("internal")}</option>
          {readers.map((reader) => (
            <option key={reader.id} value={reader.id}>
              {reader.name}
            </option>
          ))}
        </select>
        <a href={href} target="_blank" rel="noreferrer">
          {t("makeCopy")}
        </a>
      </div>
      {recipient === internal ? null : <p className="quiet small">{t("partyCopy")}</p>}
    </div>
  );
}
