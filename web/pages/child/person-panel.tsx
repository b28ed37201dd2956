import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Answers } from "../../../src/domain/event.ts";
import { childQuery, personQuery } from "../../api/queries.ts";
import { ErrorNote } from "../../components/notice/error-note.tsx";
import { PersonLabel } from "../../components/person-label/person-label.tsx";
import { writtenNumber } from "../../components/person-label/person-number.tsx";
import { SidePanel } from "../../components/side-panel/side-panel.tsx";
import { Tag } from "../../components/tag/tag.tsx";
import { Loading } from "../../shell/error-view.tsx";
import { paths } from "../../paths.ts";
import { AnswersView } from "../../spec/answers-view.tsx";
import { codeLabel, documentOf, usePack, useSay } from "../../spec/use-pack.ts";
import { fullDay } from "../../text/dates.ts";
import { personText, relationText } from "../../text/person.ts";
import { protectionText } from "../../text/protection.ts";
import { useLang, useText } from "../../text/text.ts";
import { Identity } from "./identity.tsx";

/** The page says that data are protected, never in which way. */
function withoutProtectionKind(fields: Answers): Answers {
  return Object.fromEntries(
    Object.entries(fields).filter(([field]) => !field.startsWith("protection")),
  );
}

const noNames: ReadonlyMap<string, string> = new Map();

/** A person's basic data beside the page. Opening it is logged, and says so. */
export function PersonPanel({
  akt,
  person,
  name,
  onClose,
}: {
  readonly akt: string;
  readonly person: string;
  readonly name: string;
  readonly onClose: () => void;
}) {
  const t = useText(personText);
  const relation = useText(relationText);
  const protection = useText(protectionText);
  const pack = usePack();
  const found = useQuery(personQuery(person));
  const changes = useQuery(childQuery(akt)).data?.may.includes("person.write") === true;
  return (
    <SidePanel title={t("details", { name })} onClose={onClose}>
      {found.error === null ? null : <ErrorNote error={found.error} />}
      {found.data === undefined ? (
        found.error === null ? (
          <Loading />
        ) : null
      ) : (
        <>
          {found.data.label.protected ? (
            <p>
              <Tag tone="warn">{t("protected")}</Tag>
            </p>
          ) : null}
          {found.data.number === null ? null : (
            <p>
              <span className="quiet small">{t("number")}</span>
              <br />
              {writtenNumber(found.data.number)}
            </p>
          )}
          {found.data.identity === null ? null : (
            <Identity person={person} name={name} identity={found.data.identity} />
          )}
          {Object.keys(found.data.fields).length === 0 ? <p>{t("noDetails")}</p> : null}
          <AnswersView
            pack={pack}
            document={documentOf(pack, "basic-data")}
            answers={withoutProtectionKind(found.data.fields)}
            names={noNames}
          />
          <Origins origins={found.data.origins} />
          <ul className="relations">
            {found.data.relations.map((each) => (
              <li key={each.relation}>
                <PersonLabel person={each.other} />{" "}
                <span className="quiet">
                  {each.kind in relationText
                    ? relation(each.kind as keyof typeof relationText & string)
                    : each.kind}
                </span>
              </li>
            ))}
          </ul>
          {changes ? (
            <p className="no-print">
              <Link {...paths.basicData(akt, person)}>{t("change")}</Link>
            </p>
          ) : null}
          {found.data.identity === null ? null : (
            <p className="no-print">
              <Link {...paths.protection(akt, person)}>{protection("link")}</Link>
            </p>
          )}
          {found.data.withheld.length === 0 ? null : <p className="quiet">{t("withheld")}</p>}
          <p className="quiet small">{t("logged")}</p>
        </>
      )}
    </SidePanel>
  );
}

type Origins = Awaited<
  ReturnType<NonNullable<ReturnType<typeof personQuery>["queryFn"]>>
>["origins"];

/** From when values hold and who said so, where somebody has said it. */
function Origins({ origins }: { readonly origins: Origins }) {
  const t = useText(personText);
  const { lang } = useLang();
  const say = useSay();
  const pack = usePack();
  const told = Object.entries(origins).filter(([, { source }]) => source !== null);
  if (told.length === 0) return null;
  const fields = documentOf(pack, "basic-data").sections.flatMap((section) => section.fields);
  return (
    <ul className="quiet small">
      {told.map(([id, { validFrom, source }]) => {
        const field = fields.find((each) => each.id === id);
        return field === undefined ? null : (
          <li key={id}>
            {t("origin", {
              field: say(field.label),
              day: fullDay(validFrom, lang),
              source: say(codeLabel(pack, "basic-data-source", source ?? "")),
            })}
          </li>
        );
      })}
    </ul>
  );
}
