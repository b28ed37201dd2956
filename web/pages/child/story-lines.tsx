import type { chronology } from "../../../src/contract/views/chronology.ts";
import type { AnswerOf } from "../../api/client.ts";
import { fullDay, monthOf, shortDay } from "../../text/dates.ts";
import { storyText } from "../../text/story.ts";
import { useLang, useText } from "../../text/text.ts";
import { Mark, OriginMark } from "./mark.tsx";
import { type Quiet, storyMonths } from "./story-rows.ts";

export type Line = AnswerOf<typeof chronology>["lines"][number];

interface Props {
  readonly lines: readonly Line[];
  readonly quiet: readonly Quiet[];
  readonly until: string;
  readonly onOpen: (line: Line) => void;
}

/** The lines month by month, with quiet stretches between them. */
export function StoryLines({ lines, quiet, until, onOpen }: Props) {
  const { lang } = useLang();
  return storyMonths(lines, quiet, until).map(({ month, rows }) => (
    <section key={month} className="story-month">
      <h3>{monthOf(`${month}-01`, lang)}</h3>
      <ol>
        {rows.map((row) =>
          row.line === undefined ? (
            <QuietLine key={`quiet ${row.quiet.from}`} quiet={row.quiet} />
          ) : (
            <StoryLine key={row.line.seq} line={row.line} onOpen={onOpen} />
          ),
        )}
      </ol>
    </section>
  ));
}

function QuietLine({ quiet: { from, to, months } }: { readonly quiet: Quiet }) {
  const t = useText(storyText);
  const { lang } = useLang();
  const words = { n: months, from: fullDay(from, lang) };
  return (
    <li className="story-quiet">
      {to === null ? t("quietNow", words) : t("quiet", { ...words, to: fullDay(to, lang) })}
    </li>
  );
}

function StoryLine({
  line,
  onOpen,
}: {
  readonly line: Line;
  readonly onOpen: (line: Line) => void;
}) {
  const t = useText(storyText);
  const { lang } = useLang();
  return (
    <li className="story-line">
      <time dateTime={line.on}>{shortDay(line.on, lang, line.on)}</time>
      <div>
        <button type="button" className="story-open" data-row="" onClick={() => onOpen(line)}>
          {line.mark === null ? line[lang] : <s>{line[lang]}</s>}
        </button>
        <Mark mark={line.mark} />
        <OriginMark origin={line.origin} />
        {line.excerpt === null ? null : (
          <p className={line.mark === null ? "story-excerpt" : "story-excerpt struck"} lang="sv">
            {line.excerpt}
          </p>
        )}
      </div>
      <span className="story-by">
        {line.by}
        {line.source[lang] === "" ? null : (
          <span className="story-late">{t("source", { name: line.source[lang] })}</span>
        )}
        {line.late ? (
          <span className="story-late">
            {t("recordedLater", { day: shortDay(line.recordedOn, lang, line.on) })}
          </span>
        ) : null}
      </span>
    </li>
  );
}
