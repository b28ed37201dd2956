import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import type { readAssignment } from "../../../src/contract/assignments/assignment-routes.ts";
import { assignmentQuery } from "../../api/assignment-queries.ts";
import type { AnswerOf } from "../../api/client.ts";
import { endpoints } from "../../api/endpoints.ts";
import { Notice } from "../../components/notice/notice.tsx";
import { PersonLabel } from "../../components/person-label/person-label.tsx";
import { paths } from "../../paths.ts";
import { useAddress } from "../../shell/use-address.ts";
import { AnswerForm } from "../../spec/answer-form.tsx";
import { codeLabel, usePack } from "../../spec/use-pack.ts";
import { assignmentText } from "../../text/assignment.ts";
import { fullDay, momentInWords } from "../../text/dates.ts";
import { useLang, useText } from "../../text/text.ts";
import "./assignment.css";

type Answer = AnswerOf<typeof readAssignment>;
type Shown = Answer["documents"][number];
type Block = NonNullable<Shown["blocks"]>[number];

/** One assignment, for whoever carries it out: what it says, whom to ask, and how it goes. */
export function Page(): ReactNode {
  const { akt, measure } = useAddress();
  const t = useText(assignmentText);
  const { lang } = useLang();
  const pack = usePack();
  const assignment = useSuspenseQuery(assignmentQuery(akt, measure)).data;
  const { child, types, documents } = assignment;
  return (
    <div className="assignment-page">
      <p className="no-print">
        <Link {...paths.start}>{t("back")}</Link>
      </p>
      <h1 tabIndex={-1}>
        {types.map((type) => codeLabel(pack, "measure-type", type)[lang]).join(", ")}
      </h1>
      <p>
        <PersonLabel person={child} />
      </p>
      <p className="quiet">{t("lead")}</p>
      <Facts assignment={assignment} />
      {documents.length === 0 ? <p>{t("noDocuments")}</p> : null}
      {documents.map((document) => (
        <DocumentPart key={document.entry} document={document} />
      ))}
      <Report assignment={assignment} />
    </div>
  );
}

function Facts({ assignment }: { readonly assignment: Answer }) {
  const t = useText(assignmentText);
  const { lang } = useLang();
  const { worker, unit, until, startedOn, nextFollowUp } = assignment;
  const asked = [worker ?? t("nobody"), ...(unit === null ? [] : [unit])].join(", ");
  const rows = [
    [t("worker"), asked],
    ...(startedOn === null ? [] : [[t("started"), fullDay(startedOn, lang)]]),
    ...(nextFollowUp === null ? [] : [[t("next"), fullDay(nextFollowUp, lang)]]),
    [t("until"), fullDay(until, lang)],
  ];
  return (
    <dl className="assignment-facts">
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** As it is on paper for the provider; what the board writes is Swedish. */
function DocumentPart({ document }: { readonly document: Shown }) {
  const t = useText(assignmentText);
  const { lang } = useLang();
  const { title, on, blocks, entry } = document;
  if (blocks === null) {
    return (
      <Notice>
        <p>{t("stopped")}</p>
      </Notice>
    );
  }
  return (
    <section aria-labelledby={`document-${entry}`} className="assignment-document">
      <h2 id={`document-${entry}`}>
        <span lang="sv">{title}</span>{" "}
        <span className="quiet">{t("given", { day: fullDay(on, lang) })}</span>
      </h2>
      <div lang="sv">
        {blocks.map((block) => (
          <BlockPart key={block.place} block={block} />
        ))}
      </div>
    </section>
  );
}

function BlockPart({ block }: { readonly block: Block }) {
  const { heading, level, paragraphs, items, rows } = block;
  if (level > 0) return <h3>{heading}</h3>;
  return (
    <>
      {heading === "" ? null : <p className="assignment-label">{heading}</p>}
      {paragraphs.map((text) => (
        <p key={text} className="narrative">
          {text}
        </p>
      ))}
      {items.length === 0 ? null : (
        <ol>
          {items.map(({ text, details }) => (
            <li key={text}>
              {text}
              {details.map((line) => (
                <span key={line} className="assignment-detail">
                  {line}
                </span>
              ))}
            </li>
          ))}
        </ol>
      )}
      {rows.length === 0 ? null : (
        <dl className="assignment-facts">
          {rows.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}

function Report({ assignment }: { readonly assignment: Answer }) {
  const t = useText(assignmentText);
  const { lang } = useLang();
  const { akt, measure, today, reports } = assignment;
  const [report, setReport] = useState(() => crypto.randomUUID());
  const [sent, setSent] = useState(false);
  return (
    <>
      <section aria-labelledby="assignment-report" className="no-print">
        <h2 id="assignment-report">{t("report")}</h2>
        <p className="quiet">{t("reportHelp")}</p>
        <p role="status">{sent ? t("sent") : null}</p>
        <AnswerForm
          key={report}
          document="provider-report"
          keptAs={`report ${measure}`}
          item={measure}
          endpoint={endpoints.writeReport}
          body={({ commandId, data }) => ({ commandId, akt, measure, report, data })}
          today={today}
          verb={t("send")}
          onDone={() => {
            setSent(true);
            setReport(crypto.randomUUID());
          }}
        />
      </section>
      {reports.length === 0 ? null : (
        <section aria-labelledby="assignment-reports">
          <h2 id="assignment-reports">{t("reports")}</h2>
          <ol className="assignment-reports">
            {reports.map(({ entry, at, text, readOn }) => (
              <li key={entry}>
                <span className="quiet">
                  {momentInWords(at, lang)},{" "}
                  {readOn === null ? t("unread") : t("read", { day: fullDay(readOn, lang) })}
                </span>
                <p lang="sv" className="narrative">
                  {text}
                </p>
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  );
}
