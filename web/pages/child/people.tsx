import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { ChildPageAnswer } from "../../api/queries.ts";
import { DataTable } from "../../components/data-table/data-table.tsx";
import { EmptyNote } from "../../components/notice/notice.tsx";
import { ListMarks } from "../../components/person-label/list-marks.tsx";
import { PersonLabel } from "../../components/person-label/person-label.tsx";
import { paths } from "../../paths.ts";
import { childText } from "../../text/child.ts";
import { networkText } from "../../text/network.ts";
import { siblingsText } from "../../text/siblings.ts";
import { useLang, useText } from "../../text/text.ts";
import { PersonPanel } from "./person-panel.tsx";

/** The people around the child; their details open beside the page. */
export function People({ child }: { readonly child: ChildPageAnswer }) {
  const t = useText(childText);
  const n = useText(networkText);
  const s = useText(siblingsText);
  const { lang } = useLang();
  const [shown, setShown] = useState<string>();
  const shownName =
    child.parties.find((party) => party.person === shown)?.label.name ?? child.child.name;
  return (
    <section className="child-section" id="people" aria-labelledby="people-title">
      <div className="story-head">
        <h2 id="people-title">{t("people")}</h2>
        <p className="row no-print">
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
                cell: (party) => party.relation[lang],
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
                    <span className="visually-hidden"> {party.label.name}</span>
                  </button>
                ),
              },
            ]}
          />
        </ListMarks>
      )}
      {shown === undefined ? null : (
        <PersonPanel
          key={shown}
          person={shown}
          name={shownName}
          onClose={() => setShown(undefined)}
        />
      )}
    </section>
  );
}
