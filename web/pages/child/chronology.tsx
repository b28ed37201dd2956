import { useInfiniteQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import type { chronology } from "../../../src/contract/views/chronology.ts";
import { type AnswerOf, call } from "../../api/client.ts";
import { endpoints } from "../../api/endpoints.ts";
import { ErrorNote } from "../../components/notice/error-note.tsx";
import { Loading } from "../../shell/error-view.tsx";
import { childText } from "../../text/child.ts";
import { monthOf, shortDay } from "../../text/dates.ts";
import { useLang, useText } from "../../text/text.ts";
import { Mark } from "./mark.tsx";
import { EntryPanel } from "./entry-panel.tsx";
import "./chronology.css";

type Line = AnswerOf<typeof chronology>["lines"][number];

/** What can be shown alone, in the order of the list. */
const kinds = [
  ["", "allKinds"],
  ["talk.signed", "kindTalks"],
  ["note.signed", "kindNotes"],
  ["report.received", "kindReports"],
  ["document.received", "kindReceived"],
  ["protection.assessed", "kindProtection"],
  ["basis.communicated", "kindCommunicated"],
  ["basis.signed", "kindBasis"],
  ["decision.made", "kindDecisions"],
  ["act.recorded", "kindActs"],
] as const;

/** The child's story across matters, newest first, a page at a time; each line opens what was written. */
export function Chronology({
  akt,
  names,
}: {
  readonly akt: string;
  readonly names: ReadonlyMap<string, string>;
}) {
  const t = useText(childText);
  const id = useId();
  const [kind, setKind] = useState("");
  const [open, setOpen] = useState<Line>();
  const pages = useInfiniteQuery({
    queryKey: ["chronology", akt, kind],
    initialPageParam: "",
    queryFn: ({ pageParam }) =>
      call(endpoints.chronology, {
        params: { akt },
        query: {
          ...(pageParam === "" ? {} : { cursor: pageParam }),
          ...(kind === "" ? {} : { kind }),
        },
      }),
    getNextPageParam: (last) => last.cursor ?? undefined,
  });
  /** On paper stands the whole story of the chosen kind, and nothing else of the page. */
  async function printStory(): Promise<void> {
    let more = pages.hasNextPage;
    while (more) more = (await pages.fetchNextPage()).hasNextPage;
    document.body.dataset["print"] = "story";
    window.addEventListener("afterprint", () => delete document.body.dataset["print"], {
      once: true,
    });
    requestAnimationFrame(() => window.print());
  }
  const lines = pages.data?.pages.flatMap((page) => page.lines) ?? [];
  return (
    <section className="child-section" id="story" aria-labelledby="story-title">
      <div className="story-head">
        <h2 id="story-title">{t("story")}</h2>
        <div className="row no-print">
          <label htmlFor={id}>{t("kind")}</label>
          <select id={id} value={kind} onChange={(event) => setKind(event.target.value)}>
            {kinds.map(([value, words]) => (
              <option key={value} value={value}>
                {t(words)}
              </option>
            ))}
          </select>
          <button type="button" onClick={() => void printStory()}>
            {t("printStory")}
          </button>
        </div>
      </div>
      {pages.error !== null && pages.data === undefined ? <ErrorNote error={pages.error} /> : null}
      {pages.isPending ? <Loading /> : null}
      {pages.data !== undefined && lines.length === 0 ? (
        <p className="quiet">{t("storyEmpty")}</p>
      ) : null}
      <Months lines={lines} onOpen={setOpen} />
      {pages.hasNextPage ? (
        <button
          type="button"
          className="no-print"
          aria-disabled={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          {t("older")}
        </button>
      ) : null}
      {open === undefined ? null : (
        <EntryPanel
          key={open.seq}
          akt={akt}
          line={open}
          names={names}
          onClose={() => setOpen(undefined)}
        />
      )}
    </section>
  );
}

function Months({
  lines,
  onOpen,
}: {
  readonly lines: readonly Line[];
  readonly onOpen: (line: Line) => void;
}) {
  const { lang } = useLang();
  const months = [...new Set(lines.map((line) => line.on.slice(0, 7)))];
  return months.map((month) => (
    <section key={month} className="story-month">
      <h3>{monthOf(`${month}-01`, lang)}</h3>
      <ol>
        {lines
          .filter((line) => line.on.startsWith(month))
          .map((line) => (
            <StoryLine key={line.seq} line={line} onOpen={onOpen} />
          ))}
      </ol>
    </section>
  ));
}

function StoryLine({
  line,
  onOpen,
}: {
  readonly line: Line;
  readonly onOpen: (line: Line) => void;
}) {
  const t = useText(childText);
  const { lang } = useLang();
  return (
    <li className="story-line">
      <time dateTime={line.on}>{shortDay(line.on, lang, line.on)}</time>
      <div>
        <button type="button" className="story-open" data-row="" onClick={() => onOpen(line)}>
          {line.mark === null ? line[lang] : <s>{line[lang]}</s>}
        </button>
        <Mark mark={line.mark} />
        {line.excerpt === null ? null : (
          <p className={line.mark === null ? "story-excerpt" : "story-excerpt struck"} lang="sv">
            {line.excerpt}
          </p>
        )}
      </div>
      <span className="story-by">
        {line.by}
        {line.late ? (
          <span className="story-late">
            {t("recordedLater", { day: shortDay(line.recordedOn, lang, line.on) })}
          </span>
        ) : null}
      </span>
    </li>
  );
}
