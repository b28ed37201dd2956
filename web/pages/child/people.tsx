import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { ChildPageAnswer } from "../../api/queries.ts";
import { DataTable } from "../../components/data-table/data-table.tsx";
import { EmptyNote } from "../../components/notice/notice.tsx";
import { ListMarks } from "../../components/person-label/list-marks.tsx";
import { PersonLabel } from "../../components/person-label/person-label.tsx";
import { paths } from "../../paths.ts";
import { childText } from "../../text/child.ts";
import { fullDay } from "../../text/dates.ts";
import { networkText } from "../../text/network.ts";
import { siblingsText } from "../../text/siblings.ts";
import { useLang, useText } from "../../text/text.ts";
import { PersonPanel } from "./person-panel.tsx";
import { useNameOf } from "../../components/person-label/name-of.ts";

type Party = ChildPageAnswer["parties"][number];

/** The people around the child; their details open beside the page. */
export function People({ child }: { readonly child: ChildPageAnswer }) {
  const t = useText(childText);
  const n = useText(networkText);
  const s = useText(siblingsText);
  const { lang } = useLang();
  const named = useNameOf();
  const [shown, setShown] = useState<string>();
  const shownName = named(
    child.parties.find((party) => party.person === shown)?.label ?? child.child,
  );
  const lives = (party: Party) =>
    child.family
      .filter(({ person, household, holds }) => person === party.person && household && holds)
      .map(({ words }) => words[lang]);
  return (
    <section className="child-section" id="people" aria-labelledby="people-title">
      <div className="story-head">
        <h2 id="people-title">{t("people")}</h2>
        <p className="row no-print">
          {child.may.includes("person.write") ? (
            <Link {...paths.basicData(child.akt, child.person)}>{t("changeFamily")}</Link>
          ) : null}
          <Link {...paths.network(child.akt)}>{n("open")}</Link>
          <Link {...paths.siblings(child.akt)}>{s("open")}</Link>
        </p>
      </div>
      {child.parties.length === 0 ? (
        <EmptyNote title={t("noPeople")}>{t("noPeopleHelp")}</EmptyNote>
      ) : (
        <ListMarks persons={child.parties.map((party) => party.label)}>
          <DataTable
            caption={t("people")}
            captionHidden
            rows={child.parties}
            keyOf={(party) => `${party.person} ${party.relation.id}`}
            columns={[
              {
                id: "who",
                head: t("name"),
                names: true,
                cell: (party) => <PersonLabel person={party.label} />,
              },
              {
                id: "relation",
                head: t("relation"),
                cell: (party) => [party.relation[lang], ...lives(party)].join(", "),
              },
              {
                id: "details",
                head: t("showPerson"),
                headHidden: true,
                cell: (party) => (
                  <button
                    type="button"
                    className="plain no-print"
                    onClick={() => setShown(party.person)}
                  >
                    {t("showPerson")}
                    <span className="visually-hidden"> {named(party.label)}</span>
                  </button>
                ),
              },
            ]}
          />
        </ListMarks>
      )}
      <EarlierGuardians child={child} />
      {shown === undefined ? null : (
        <PersonPanel
          key={shown}
          akt={child.akt}
          person={shown}
          name={shownName}
          onClose={() => setShown(undefined)}
        />
      )}
    </section>
  );
}

/** Whoever was a guardian and is none today: no party, and still in what was written then. */
function EarlierGuardians({ child }: { readonly child: ChildPageAnswer }) {
  const t = useText(childText);
  const { lang } = useLang();
  const named = useNameOf();
  const earlier = child.family.filter(
    ({ guardian, holds, to }) => guardian && !holds && to !== null,
  );
  if (earlier.length === 0) return null;
  return (
    <ul className="plain-list quiet">
      {earlier.map(({ relation, label, words, to }) => (
        <li key={relation}>
          {t("wasUntil", {
            name: named(label),
            relation: words[lang],
            day: to === null ? "" : fullDay(to, lang),
          })}
        </li>
      ))}
    </ul>
  );
}
