import { useQuery } from "@tanstack/react-query";
import type { Answers } from "../../../src/domain/event.ts";
import { personQuery } from "../../api/queries.ts";
import { ErrorNote } from "../../components/notice/error-note.tsx";
import { PersonLabel } from "../../components/person-label/person-label.tsx";
import { writtenNumber } from "../../components/person-label/person-number.tsx";
import { SidePanel } from "../../components/side-panel/side-panel.tsx";
import { Tag } from "../../components/tag/tag.tsx";
import { Loading } from "../../shell/error-view.tsx";
import { AnswersView } from "../../spec/answers-view.tsx";
import { documentOf, usePack } from "../../spec/use-pack.ts";
import { personText, relationText } from "../../text/person.ts";
import { useText } from "../../text/text.ts";

/** The page says that data are protected, never in which way. */
function withoutProtectionKind({ protectionLevel: _kind, ...fields }: Answers): Answers {
  return fields;
}

const noNames: ReadonlyMap<string, string> = new Map();

/** A person's basic data beside the page. Opening it is logged, and says so. */
export function PersonPanel({
  person,
  name,
  onClose,
}: {
  readonly person: string;
  readonly name: string;
  readonly onClose: () => void;
}) {
  const t = useText(personText);
  const relation = useText(relationText);
  const pack = usePack();
  const found = useQuery(personQuery(person));
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
          {Object.keys(found.data.fields).length === 0 ? <p>{t("noDetails")}</p> : null}
          <AnswersView
            pack={pack}
            document={documentOf(pack, "basic-data")}
            answers={withoutProtectionKind(found.data.fields)}
            names={noNames}
          />
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
          {found.data.withheld.length === 0 ? null : <p className="quiet">{t("withheld")}</p>}
          <p className="quiet small">{t("logged")}</p>
        </>
      )}
    </SidePanel>
  );
}
