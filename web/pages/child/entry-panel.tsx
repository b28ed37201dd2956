import { useQuery } from "@tanstack/react-query";
import { Suspense } from "react";
import type { chronologyEntry, chronology } from "../../../src/contract/views/chronology.ts";
import { parseInstant, stockholmDate } from "../../../src/kernel/instant.ts";
import { type AnswerOf, call } from "../../api/client.ts";
import { endpoints } from "../../api/endpoints.ts";
import { ErrorNote } from "../../components/notice/error-note.tsx";
import { SidePanel } from "../../components/side-panel/side-panel.tsx";
import { Loading } from "../../shell/error-view.tsx";
import { AnswersView, type Beside, type Under } from "../../spec/answers-view.tsx";
import { findPassage, passagesOf } from "../../spec/passages.ts";
import { usePack } from "../../spec/use-pack.ts";
import { childText } from "../../text/child.ts";
import { recordText } from "../../text/record.ts";
import { momentInWords } from "../../text/dates.ts";
import { useLang, useText } from "../../text/text.ts";
import { EntryActions } from "./entry-actions.tsx";
import { Mark, OriginMark } from "./mark.tsx";
import { Objection, Objections } from "./objections.tsx";

type Line = AnswerOf<typeof chronology>["lines"][number];
type Entry = AnswerOf<typeof chronologyEntry>;

/** One recorded thing in full, beside the page, rendered by the specification it was written with. */
export function EntryPanel({
  akt,
  line,
  names,
  onClose,
}: {
  readonly akt: string;
  readonly line: Line;
  readonly names: ReadonlyMap<string, string>;
  readonly onClose: () => void;
}) {
  const { lang } = useLang();
  const found = useQuery(entryQuery(akt, line.seq));
  return (
    <SidePanel title={line[lang]} onClose={onClose}>
      {found.error === null ? null : <ErrorNote error={found.error} />}
      {found.data === undefined ? (
        found.error === null ? (
          <Loading />
        ) : null
      ) : (
        <Suspense fallback={<Loading />}>
          <EntryText entry={found.data} names={names} />
          <EntryActions akt={akt} entry={found.data} names={names} />
        </Suspense>
      )}
    </SidePanel>
  );
}

export function entryQuery(akt: string, seq: number) {
  return {
    queryKey: ["entry", akt, seq],
    queryFn: () => call(endpoints.chronologyEntry, { params: { akt, seq } }),
  };
}

export function EntryText({
  entry,
  names,
  under,
}: {
  readonly entry: Entry;
  readonly names: ReadonlyMap<string, string>;
  readonly under?: Under;
}) {
  const t = useText(childText);
  const r = useText(recordText);
  const { lang } = useLang();
  const pack = usePack(entry.specDigest);
  const document = entry.document === null ? undefined : pack.documents[entry.document];
  const answers = entry.content ?? entry.data;
  const passages =
    document === undefined ? [] : passagesOf(document, answers, { pack, names, lang });
  const placed = (each: Entry["objections"][number]) => findPassage(passages, each) !== undefined;
  const beside: Beside = ({ field, item }) => [
    ...entry.occasions
      .filter((each) => each.item === item)
      .map((each) => <Mark key={each.item} mark={each.mark} />),
    ...entry.objections
      .filter(
        (each) => placed(each) && each.item === item && (item !== null || each.field === field),
      )
      .map((each) => <Objection key={each.objection} objection={each} />),
  ];
  return (
    <>
      <p className="quiet small">
        {t("writtenBy", { by: entry.by, when: momentInWords(entry.occurredAt, lang) })}
        <br />
        {t("recordedAt", { when: momentInWords(entry.recordedAt, lang) })}
      </p>
      <Mark mark={entry.mark} />
      <Afterwards entry={entry} />
      <OriginMark origin={entry.origin} />
      {entry.origin === null ? null : (
        <p className="quiet small">
          {r("firstRecorded", {
            when: momentInWords(entry.origin.recordedAt, lang),
            by: entry.origin.recordedBy,
          })}{" "}
          <span lang="sv">{entry.origin.reason}</span>
        </p>
      )}
      {entry.corrected === null ? null : (
        <>
          {entry.corrected.reason === null ? null : <p lang="sv">{entry.corrected.reason}</p>}
          {document === undefined ? null : (
            <AnswersView
              pack={pack}
              document={document}
              answers={entry.corrected.data}
              names={names}
            />
          )}
          <h3>{r("firstText")}</h3>
        </>
      )}
      {entry.mark?.kind === "moved" ? <p>{r("sealed")}</p> : null}
      {document === undefined || entry.mark?.kind === "moved" ? null : (
        <div className={entry.mark === null ? undefined : "struck"}>
          <AnswersView
            pack={pack}
            document={document}
            answers={answers}
            names={names}
            beside={beside}
            {...(under === undefined ? {} : { under })}
          />
        </div>
      )}
      <Objections objections={entry.objections.filter((each) => !placed(each))} />
    </>
  );
}

/** That it was registered afterwards, why, and what it made of the days that count from it. */
function Afterwards({ entry }: { readonly entry: Entry }) {
  const t = useText(recordText);
  const { lang } = useLang();
  const recorded = parseInstant(entry.recordedAt);
  const late = recorded !== undefined && stockholmDate(recorded) > entry.on;
  if (!late && entry.clockChanges.length === 0 && entry.reasons.length === 0) return null;
  return (
    <div className="afterwards">
      {late ? <p className="mark">{t("registeredAfterwards")}</p> : null}
      {entry.reasons.map((reason) => (
        <p key={reason}>
          {t("reasonGiven")} <span lang="sv">{reason}</span>
        </p>
      ))}
      {entry.clockChanges.length === 0 ? null : (
        <>
          <h3>{t("daysCountedAnew")}</h3>
          <ul>
            {entry.clockChanges.map((change) => (
              <li key={change.sv}>
                {change[lang]} <span className="quiet">{change.section}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
