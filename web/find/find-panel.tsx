import { useMutation, useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { type KeyboardEvent, type ReactNode, Suspense, useRef, useState } from "react";
import { wordsSought } from "../../src/domain/find-sentence.ts";
import { type AnswerOf, call } from "../api/client.ts";
import { endpoints } from "../api/endpoints.ts";
import { childQuery } from "../api/queries.ts";
import type { findText as findRoute } from "../../src/contract/views/find-text.ts";
import { ErrorNote } from "../components/notice/error-note.tsx";
import { SidePanel } from "../components/side-panel/side-panel.tsx";
import { entryQuery, EntryText } from "../pages/child/entry-panel.tsx";
import { Loading } from "../shell/error-view.tsx";
import { namesIn } from "../spec/names-in.ts";
import { fullDay } from "../text/dates.ts";
import { findText } from "../text/find.ts";
import { useLang, useText } from "../text/text.ts";
import { marked } from "./marked.ts";
import "./find.css";

type Found = AnswerOf<typeof findRoute>;
type Hit = Found["hits"][number];

/** Fewer characters are in every text. */
const fewest = 2;

interface FindPanelProps {
  readonly akt: string;
  readonly onClose: () => void;
}

/**
 * Finds words in one open file, beside the page: what was sought and what was found are kept in memory only, and
 * gone when the panel is closed.
 */
export function FindPanel({ akt, onClose }: FindPanelProps): ReactNode {
  const t = useText(findText);
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState("");
  const [short, setShort] = useState(false);
  const [open, setOpen] = useState<Hit>();
  const sought = useMutation({
    mutationFn: (words: string) => call(endpoints.findText, { body: { akt, text: words } }),
    gcTime: 0,
  });

  function find(): void {
    const tooShort = text.trim().length < fewest;
    setShort(tooShort);
    setOpen(undefined);
    if (tooShort) sought.reset();
    else sought.mutate(text);
  }

  return (
    <SidePanel title={t("title")} wide first={input} onClose={onClose}>
      <form
        role="search"
        aria-label={t("title")}
        className="find-form"
        onSubmit={(event) => {
          event.preventDefault();
          find();
        }}
      >
        <label htmlFor="find-text">{t("label")}</label>
        <div className="row">
          <input
            id="find-text"
            ref={input}
            type="search"
            lang="sv"
            autoComplete="off"
            spellCheck={false}
            maxLength={100}
            aria-describedby="find-help"
            {...(short ? { "aria-invalid": true } : {})}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === "ArrowDown") step(event, 1);
            }}
          />
          <button type="submit" aria-disabled={sought.isPending}>
            {t("find")}
          </button>
        </div>
        <p id="find-help" className="field-help">
          {t("help")}
        </p>
      </form>
      {sought.error === null ? null : <ErrorNote error={sought.error} />}
      <p role="status" className={short ? "field-problem" : "quiet"}>
        {short ? t("short") : null}
        {sought.isPending ? t("finding") : null}
        {sought.data === undefined || short
          ? null
          : t(countIn(sought.data), { n: sought.data.hits.length })}
      </p>
      {open === undefined ? (
        <Hits
          hits={sought.data?.hits ?? []}
          words={wordsSought(sought.variables ?? "")}
          onOpen={setOpen}
        />
      ) : (
        <Suspense fallback={<Loading />}>
          <Opened
            akt={akt}
            hit={open}
            onBack={() => {
              const at = sought.data?.hits.indexOf(open) ?? 0;
              setOpen(undefined);
              // Whoever comes back goes on where they left the list.
              requestAnimationFrame(() => hitButtons()[at]?.focus());
            }}
          />
        </Suspense>
      )}
    </SidePanel>
  );
}

/** How many hits there are, as words of the table; nothing before anything was sought. */
function countIn(found: Found): "none" | "one" | "many" | "more" {
  const n = found.hits.length;
  if (found.more) return "more";
  return n === 0 ? "none" : n === 1 ? "one" : "many";
}

function hitButtons(): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(".find-hits button")];
}

/** The arrows go from the words that are sought to the hits, and between them. */
function step(event: KeyboardEvent, by: 1 | -1): void {
  const hits = hitButtons();
  const at = hits.findIndex((hit) => hit === document.activeElement);
  const next = at + by < 0 ? document.getElementById("find-text") : hits[at + by];
  if (next === undefined || next === null) return;
  event.preventDefault();
  next.focus();
}

function Hits({
  hits,
  words,
  onOpen,
}: {
  readonly hits: readonly Hit[];
  readonly words: readonly string[];
  readonly onOpen: (hit: Hit) => void;
}) {
  const t = useText(findText);
  const { lang } = useLang();
  if (hits.length === 0) return null;
  return (
    <ol className="find-hits" aria-label={t("hits")}>
      {hits.map((hit, at) => (
        // The same question of an entry can have several texts.
        <li key={`${hit.seq} ${hit.field.id} ${at}`}>
          <button
            type="button"
            className="plain"
            onClick={() => onOpen(hit)}
            onKeyDown={(event) => {
              if (event.key === "ArrowDown") step(event, 1);
              if (event.key === "ArrowUp") step(event, -1);
            }}
          >
            <span className="find-source">
              {hit.source[lang]} · {fullDay(hit.on, lang)} · {hit.by}
              {hit.mark === null ? null : ` · ${t(hit.mark.kind)}`}
            </span>
            <span className="find-sentence" lang="sv">
              {marked(hit.sentence, words).map(({ text, found }, nth) =>
                found ? <mark key={nth}>{text}</mark> : text,
              )}
            </span>
            <span className="find-field">{hit.field[lang]}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}

/** The whole entry that a sentence stands in. */
function Opened({
  akt,
  hit,
  onBack,
}: {
  readonly akt: string;
  readonly hit: Hit;
  readonly onBack: () => void;
}) {
  const t = useText(findText);
  const { lang } = useLang();
  const names = namesIn(useSuspenseQuery(childQuery(akt)).data, lang);
  const found = useQuery(entryQuery(akt, hit.seq));
  return (
    <section className="find-opened" aria-label={hit.source[lang]}>
      <button type="button" className="plain" ref={(button) => button?.focus()} onClick={onBack}>
        {t("back")}
      </button>
      <h3>
        {hit.source[lang]}, {fullDay(hit.on, lang)}
      </h3>
      {found.error === null ? null : <ErrorNote error={found.error} />}
      {found.data === undefined ? null : <EntryText entry={found.data} names={names} />}
    </section>
  );
}
