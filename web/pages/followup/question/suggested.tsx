import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { suggestedQuestions } from "../../../../src/spec/suggested-questions.ts";
import type { CatalogueVariable } from "../../../api/queries.ts";
import { paths } from "../../../paths.ts";
import { followupText } from "../../../text/followup.ts";
import { useLang, useText } from "../../../text/text.ts";

/** Questions to start from, each an address: what others have wanted to know first. */
export function Suggested({
  variables,
  opened,
}: {
  readonly variables: readonly CatalogueVariable[];
  readonly opened: boolean;
}) {
  const t = useText(followupText);
  const { lang } = useLang();
  // As it was when one came: it does not close under the hand of whoever chooses.
  const [begins] = useState(opened);
  const known = new Set(variables.filter(({ available }) => available).map(({ id }) => id));
  const asked = suggestedQuestions.filter(({ query: { rows, columns } }) =>
    [rows, columns].every((id) => id === undefined || known.has(id)),
  );
  return (
    <details className="suggested" open={begins}>
      <summary>{t("suggested")}</summary>
      <ul>
        {asked.map(({ id, query, words }) => (
          <li key={id}>
            <Link
              {...paths.question(query)}
              replace
              resetScroll={false}
              activeOptions={{ exact: true, includeSearch: true }}
            >
              {words[lang]}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
}
