import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { PersonLabel } from "../../components/person-label/person-label.tsx";
import { draftPath, paths } from "../../paths.ts";
import { packQuery } from "../../spec/pack-query.ts";
import { agoInWords, dayOf } from "../../text/dates.ts";
import { myDayText } from "../../text/my-day.ts";
import { useLang, useText } from "../../text/text.ts";
import type { MyDayAnswer } from "./page.tsx";

/** What was begun and not finished; every keystroke of it is safe. */
export function Drafts({
  drafts,
  today,
}: {
  readonly drafts: MyDayAnswer["drafts"];
  readonly today: string;
}) {
  const t = useText(myDayText);
  const { lang } = useLang();
  const pack = useQuery({ ...packQuery("current"), enabled: drafts.length > 0 }).data;
  // An assessment on the page of a report belongs to it and is gone on with there.
  const begun = drafts.filter((draft) => draft.akt !== null || isArrival(draft.document));
  if (begun.length === 0) return null;
  return (
    <section className="day-group" aria-labelledby="day-drafts">
      <h2 id="day-drafts">
        {t("drafts")} <span className="count">{begun.length}</span>
      </h2>
      <ul className="draft-list">
        {begun.map((draft) => {
          const document = pack?.documents[draft.document]?.name[lang] ?? "";
          const when = agoInWords(dayOf(draft.changedAt), today, lang);
          const place =
            draft.akt === null
              ? { ...paths.receive, search: { ...whatOf(draft.document), draft: draft.draft } }
              : draft.matter === null || pack === undefined
                ? { ...paths.child(draft.akt), hash: "drafts" }
                : draftPath(pack, draft.akt, draft.matter, draft);
          return (
            <li key={draft.draft}>
              <Link data-row="" {...place}>
                {t("draftOf", { document, when })}
              </Link>
              {draft.child === null ? null : <PersonLabel person={draft.child} />}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** What comes in is written on its own page, before there is an akt. */
function isArrival(document: string): boolean {
  return document === "report" || document === "application";
}

function whatOf(document: string): { readonly what?: string } {
  return document === "application" ? { what: document } : {};
}
