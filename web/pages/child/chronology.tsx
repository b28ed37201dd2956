import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../api/client.ts";
import { endpoints } from "../../api/endpoints.ts";
import type { ChildPageAnswer } from "../../api/queries.ts";
import { ErrorNote } from "../../components/notice/error-note.tsx";
import { Loading } from "../../shell/error-view.tsx";
import { childText } from "../../text/child.ts";
import { storyText } from "../../text/story.ts";
import { useText } from "../../text/text.ts";
import { EntryPanel } from "./entry-panel.tsx";
import {
  everything,
  isWrongPeriod,
  type StoryChoice,
  StoryFilters,
  StoryYears,
} from "./story-filters.tsx";
import { type Line, StoryLines } from "./story-lines.tsx";
import { StoryPrint } from "./story-print.tsx";
import "./chronology.css";

/** The child's story across matters, newest first, a page at a time; each line opens what was written. */
export function Chronology({
  child,
  names,
}: {
  readonly child: ChildPageAnswer;
  readonly names: ReadonlyMap<string, string>;
}) {
  const t = useText(storyText);
  const c = useText(childText);
  const { akt, matters } = child;
  const [choice, setChoice] = useState<StoryChoice>(everything);
  const [open, setOpen] = useState<Line>();
  const pages = useStory(akt, choice);
  const shape = useQuery({
    queryKey: ["chronology-shape", akt],
    queryFn: () => call(endpoints.chronologyShape, { params: { akt } }),
  }).data;
  /** On paper stands the whole of what is chosen, and nothing else of the page. */
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
        <h2 id="story-title">{c("story")}</h2>
        <button type="button" className="no-print" onClick={() => void printStory()}>
          {t("printPage")}
        </button>
      </div>
      <StoryFilters choice={choice} matters={matters} onChoose={setChoice} />
      {isWrongPeriod(choice) || !child.may.includes("print.make") ? null : (
        <StoryPrint child={child} choice={choice} />
      )}
      <StoryYears years={shape?.years ?? []} choice={choice} onChoose={setChoice} />
      {pages.error !== null && pages.data === undefined ? <ErrorNote error={pages.error} /> : null}
      {pages.isPending && !isWrongPeriod(choice) ? <Loading /> : null}
      {pages.data !== undefined && lines.length === 0 ? (
        <p className="quiet">{t("empty")}</p>
      ) : null}
      <StoryLines
        lines={lines}
        quiet={choice.kind === "" && choice.matter === "" ? (shape?.quiet ?? []) : []}
        until={choice.to}
        onOpen={setOpen}
      />
      <p className="visually-hidden" role="status">
        {pages.data === undefined ? "" : t("shown", { n: lines.length })}
      </p>
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

/** The pages of what is chosen; nothing is asked for a period that ends before it begins. */
function useStory(akt: string, choice: StoryChoice) {
  const { kind, matter, from, to } = choice;
  return useInfiniteQuery({
    queryKey: ["chronology", akt, kind, matter, from, to],
    enabled: !isWrongPeriod(choice),
    initialPageParam: "",
    queryFn: ({ pageParam, signal }) =>
      call(endpoints.chronology, {
        signal,
        params: { akt },
        query: {
          ...(pageParam === "" ? {} : { cursor: pageParam }),
          ...(kind === "" ? {} : { kind }),
          ...(matter === "" ? {} : { matter }),
          ...(from === "" ? {} : { from }),
          ...(to === "" ? {} : { to }),
        },
      }),
    getNextPageParam: (last) => last.cursor ?? undefined,
  });
}
