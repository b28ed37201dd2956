import type { ChildPageAnswer } from "../../api/queries.ts";
import { DataTable } from "../../components/data-table/data-table.tsx";
import { EmptyNote } from "../../components/notice/notice.tsx";
import { codeLabel, usePack, useSay } from "../../spec/use-pack.ts";
import { childText } from "../../text/child.ts";
import { fullDay } from "../../text/dates.ts";
import { useLang, useText } from "../../text/text.ts";
import "./voice.css";

type Words = ChildPageAnswer["childsWords"][number];

const shownAtOnce = 2;

/** The child's latest own words with their source, and how the child took part at each step. */
export function Voice({ child }: { readonly child: ChildPageAnswer }) {
  const t = useText(childText);
  const [first, rest] = [
    child.childsWords.slice(0, shownAtOnce),
    child.childsWords.slice(shownAtOnce),
  ];
  return (
    <section className="child-section" id="voice" aria-labelledby="voice-title">
      <h2 id="voice-title">{t("voice")}</h2>
      <div className="voice-grid">
        <div>
          {first.length === 0 ? (
            <EmptyNote title={t("noWords")}>{t("noWordsHelp")}</EmptyNote>
          ) : null}
          {first.map((words) => (
            <Quote key={`${words.on} ${words.text}`} words={words} />
          ))}
          {rest.length === 0 ? null : (
            <details>
              <summary>{t("moreWords", { n: rest.length })}</summary>
              {rest.map((words) => (
                <Quote key={`${words.on} ${words.text}`} words={words} />
              ))}
            </details>
          )}
        </div>
        <Participation child={child} />
      </div>
    </section>
  );
}

export function Quote({ words }: { readonly words: Words }) {
  const { lang } = useLang();
  return (
    <figure className="voice-quote">
      <blockquote lang="sv" className="narrative">
        {words.text}
      </blockquote>
      <figcaption>
        {words.source[lang]}, {fullDay(words.on, lang)}
      </figcaption>
    </figure>
  );
}

function Participation({ child }: { readonly child: ChildPageAnswer }) {
  const t = useText(childText);
  const say = useSay();
  const pack = usePack();
  const matter = child.matters.find((each) => each.closedOn === null) ?? child.matters[0];
  if (matter === undefined || matter.participation.length === 0) return null;
  const stepName = (id: string): string => {
    const step = pack.process.steps.find((each) => each.id === id);
    return step === undefined ? id : say(step.name);
  };
  return (
    <DataTable
      caption={t("participation")}
      rows={matter.participation}
      keyOf={(row) => row.step}
      columns={[
        { id: "step", head: t("step"), names: true, cell: (row) => stepName(row.step) },
        {
          id: "code",
          head: t("tookPart"),
          cell: (row) =>
            row.code === null ? (
              <span className="gap">{t("notRecorded")}</span>
            ) : (
              <>
                {say(codeLabel(pack, "participation", row.code))}
                <span className="voice-source">{say(row.source)}</span>
              </>
            ),
        },
      ]}
    />
  );
}
