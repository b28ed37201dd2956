import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { call, RefusedError } from "../../../api/client.ts";
import { endpoints } from "../../../api/endpoints.ts";
import { ErrorNote } from "../../../components/notice/error-note.tsx";
import { ListMarks } from "../../../components/person-label/list-marks.tsx";
import { PersonLabel } from "../../../components/person-label/person-label.tsx";
import { SidePanel } from "../../../components/side-panel/side-panel.tsx";
import { paths } from "../../../paths.ts";
import { followupText } from "../../../text/followup.ts";
import { useLang, useText } from "../../../text/text.ts";
import type { TableQuery } from "../question-search.ts";
import type { Place } from "./slices.ts";

interface CellPanelProps {
  readonly query: TableQuery;
  readonly place: Place;
  /** The cell in words. */
  readonly about: string;
  readonly onClose: () => void;
}

/** The children behind a number, of the own unit only. That they were looked at stands in the log. */
export function CellPanel({ query, place, about, onClose }: CellPanelProps) {
  const t = useText(followupText);
  const { lang } = useLang();
  const found = useQuery({
    queryKey: ["cell", query, place],
    queryFn: () => call(endpoints.openCell, { body: { query, ...place } }),
    // Each look is a look of its own.
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
  const children = found.data?.children ?? [];
  const others = found.data?.others ?? 0;
  return (
    <SidePanel title={t("behind")} onClose={onClose}>
      <p>{about}</p>
      {found.error instanceof RefusedError ? (
        found.error.problems.map((problem) => <p key={problem.id}>{problem[lang]}</p>)
      ) : found.error === null ? null : (
        <ErrorNote error={found.error} />
      )}
      {found.isPending ? <p className="quiet">{t("loading")}</p> : null}
      <ListMarks persons={children.map(({ child }) => child)}>
        <ul className="cell-children">
          {children.map(({ akt, matter, child }, at) => (
            <li key={`${matter} ${at}`}>
              <Link {...paths.child(akt)}>
                <PersonLabel person={child} />
              </Link>
            </li>
          ))}
        </ul>
      </ListMarks>
      {found.data === undefined ? null : (
        <p className="quiet">
          {children.length === 0 ? `${t("behindNobody")} ` : ""}
          {others === 0 ? "" : t("behindOthers", { n: others })}
        </p>
      )}
    </SidePanel>
  );
}
