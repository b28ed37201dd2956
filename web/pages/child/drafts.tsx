import { Link } from "@tanstack/react-router";
import type { ChildPageAnswer } from "../../api/queries.ts";
import { draftPath } from "../../paths.ts";
import { measureName } from "../../spec/measure-name.ts";
import { usePack, useSay } from "../../spec/use-pack.ts";
import { childText } from "../../text/child.ts";
import { agoInWords, dayOf } from "../../text/dates.ts";
import { useLang, useText } from "../../text/text.ts";

/** What was begun in this file and not finished. */
export function Drafts({
  child,
  today,
}: {
  readonly child: ChildPageAnswer;
  readonly today: string;
}) {
  const t = useText(childText);
  const { lang } = useLang();
  const say = useSay();
  const pack = usePack();
  if (child.drafts.length === 0 || !child.may.includes("draft.write")) return null;
  return (
    <section className="child-section" id="drafts" aria-labelledby="drafts-title">
      <h2 id="drafts-title">{t("drafts")}</h2>
      <ul className="plain-list">
        {child.drafts.map((draft) => {
          const name = pack.documents[draft.document]?.name;
          const document = name === undefined ? draft.document : say(name);
          const measures = child.matters.flatMap((matter) => matter.measures);
          const about = measures.find(({ measure }) => measure === draft.item);
          return (
            <li key={draft.draft}>
              <Link data-row="" {...draftPath(pack, child.akt, draft.matter, draft)}>
                {t("continueDraft", {
                  document:
                    about === undefined
                      ? document
                      : `${document}: ${measureName(pack, about, lang, measures)}`,
                  when: agoInWords(dayOf(draft.changedAt), today, lang),
                  by: draft.by,
                })}
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
