import { useQueries, useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { instantOfMillis, stockholmLocal } from "../../../src/kernel/instant.ts";
import { call } from "../../api/client.ts";
import { endpoints } from "../../api/endpoints.ts";
import { meQuery } from "../../api/queries.ts";
import { useSearchText } from "../../shell/use-address.ts";
import { type DraftHandle, useDraft } from "../../drafts/use-draft.ts";

/** The draft of a report, and whether it was begun before this page was opened. */
export interface ReportDraft extends DraftHandle {
  readonly resumed: boolean;
}

/**
 * The draft of a report: that of the address, or a new one that is made with the first thing typed and then
 * stands in the address, so that a reload finds it.
 */
export function useReportDraft(document: string): ReportDraft {
  const begun = useSearchText("draft");
  const navigate = useNavigate();
  const { today } = useSuspenseQuery(meQuery).data;
  const [made] = useState(() => (begun === "" ? crypto.randomUUID() : begun));
  const [fresh] = useState(begun === "");
  const draft = useDraft({ draft: made, document, fresh });
  const { write, ready } = draft;
  const { saving } = draft;
  const isSaved = (): boolean => saving.get().kind === "saved";
  const stored = useSyncExternalStore(saving.subscribe, isSaved, isSaved);
  useEffect(() => {
    if (stored && begun === "") {
      void navigate({
        to: "/receive",
        search: document === "report" ? { draft: made } : { what: document, draft: made },
        replace: true,
        resetScroll: false,
      });
    }
  }, [stored, begun, made, document, navigate]);
  // What it nearly always is; only shown until something else is chosen.
  const touched = Object.keys(draft.answers).length > 0;
  const began = useRef(false);
  useEffect(() => {
    if (!ready || !touched || began.current) return;
    began.current = true;
    if (document === "report" && draft.answers["kind"] === undefined) write("kind", usualKind);
    if (draft.answers["arrivedAt"] === undefined)
      write("arrivedAt", `${today}${stockholmLocal(instantOfMillis(Date.now())).slice(dayLength)}`);
  }, [ready, touched, write, draft.answers, today, document]);
  return { ...draft, resumed: !fresh };
}

/** A day as it is written: the board says which it is, the clock on the wall the time. */
const dayLength = "2026-03-02".length;

/** The kind (codelist `report-kind`) a new report is taken for until another is chosen. */
const usualKind = "report";

/** Names of people known by id only, as after a reload. */
export function useNames(persons: readonly string[]): ReadonlyMap<string, string> {
  const found = useQueries({
    queries: persons.map((person) => ({
      queryKey: ["person", person],
      queryFn: () => call(endpoints.readPerson, { params: { person } }),
    })),
  });
  return new Map(
    found.flatMap(({ data }) =>
      data === undefined ? [] : [[data.label.person, data.label.name] as const],
    ),
  );
}
