import { useState } from "react";
import { type AnswerOf, urlOf } from "../../../api/client.ts";
import { endpoints } from "../../../api/endpoints.ts";
import { useCommand } from "../../../api/use-command.ts";
import { ProblemNote } from "../../../components/problem-note/problem-note.tsx";
import type { releaseTable } from "../../../../src/contract/followup/release-table.ts";
import { momentInWords } from "../../../text/dates.ts";
import { followupText } from "../../../text/followup.ts";
import { useLang, useText } from "../../../text/text.ts";
import { FileLinks } from "../file-links.tsx";
import type { TableQuery } from "../question-search.ts";
import { CrossTable } from "./cross-table.tsx";
import { slicesOf } from "./slices.ts";

/** The table as it may leave the board: what is small, and what it could be worked out from, is withheld. */
export function Release({ query }: { readonly query: TableQuery }) {
  const t = useText(followupText);
  const { lang } = useLang();
  const { state, send } = useCommand(endpoints.releaseTable);
  const [made, setMade] = useState<AnswerOf<typeof releaseTable>>();
  return (
    <details className="how no-print">
      <summary>{t("release")}</summary>
      <p>{t("releaseHelp")}</p>
      <button
        type="button"
        aria-disabled={state.sending}
        onClick={() => void send(() => query).then(setMade)}
      >
        {t("releaseMake")}
      </button>
      <ProblemNote state={state} />
      {made === undefined ? null : (
        <div role="status">
          <p className="sentence">{made.table.sentence[lang]}</p>
          {slicesOf(made.table).map(({ layer, slice }) => (
            <CrossTable
              key={layer?.code ?? ""}
              table={made.table}
              slice={slice}
              name={layer === undefined ? t("release") : layer.label[lang]}
              intervals={false}
            />
          ))}
          <p className="quiet">
            {t("releaseMark", {
              hash: made.hash.slice(0, 16),
              moment: momentInWords(made.table.definition.cutOff, lang),
            })}{" "}
            {made.held ? t("releaseHeld") : ""}
          </p>
          <ReleasedFiles release={made.release} />
        </div>
      )}
    </details>
  );
}

/** The released table as a file, the same bytes each time. */
function ReleasedFiles({ release }: { readonly release: string }) {
  const { lang } = useLang();
  const fileOf = (more: object) =>
    urlOf(endpoints.downloadTable.path, {}, { release, lang, ...more });
  return (
    <FileLinks hrefOf={(kind) => fileOf({ kind })} about={fileOf({ kind: "csv", part: "about" })} />
  );
}
