import type { PersonLabel as Label } from "../../../src/contract/shapes.ts";
import { personText } from "../../text/person.ts";
import { useText } from "../../text/text.ts";
import { Tag } from "../tag/tag.tsx";
import { useNameOf } from "./name-of.ts";
import { useMarkNumber } from "./list-marks.tsx";
import { PersonMark } from "./person-mark.tsx";
import "./person-label.css";

/** A person in a list: mark, name and age. A protected person says so; the number is never in a list. */
export function PersonLabel({ person }: { readonly person: Label }) {
  const t = useText(personText);
  const named = useNameOf();
  const number = useMarkNumber(person.person);
  return (
    <span className="person-label">
      <PersonMark stripe={person.stripe} />
      {number === undefined ? null : (
        <span className="mark-number" aria-hidden="true">
          {number}
        </span>
      )}
      <span className="person-words">
        <span className="person-name">{named(person)}</span>
        {person.age === null ? null : (
          <span className="person-age">{t("age", { n: person.age })}</span>
        )}
        {person.protected ? <Tag tone="warn">{t("protected")}</Tag> : null}
      </span>
    </span>
  );
}
