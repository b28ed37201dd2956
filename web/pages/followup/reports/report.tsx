import type { ReactNode } from "react";
import { useId } from "react";
import type { AnswerOf } from "../../../api/client.ts";
import type { readReport } from "../../../../src/contract/followup/report.ts";
import { DataTable } from "../../../components/data-table/data-table.tsx";
import { fullDay } from "../../../text/dates.ts";
import { overviewText } from "../../../text/overview.ts";
import { useLang, useText } from "../../../text/text.ts";
import { Bar } from "../overview/bars.tsx";

type ReportAnswer = AnswerOf<typeof readReport>;
type Item = ReportAnswer["sections"][number]["items"][number];
type Row = Item["rows"][number];

/** Words read aloud in a minute. */
const wordsAMinute = 120;
const checksumLength = 16;

/** A report as it will stand on paper. */
export function Report({ report }: { readonly report: ReportAnswer }): ReactNode {
  const t = useText(overviewText);
  const { lang } = useLang();
  const id = useId();
  return (
    <article className="report" aria-labelledby={id}>
      <h2 id={id}>{report.title[lang]}</h2>
      <p>
        {report.purpose[lang]}{" "}
        {report.spoken ? t("words", { n: Math.ceil(report.words / wordsAMinute) }) : ""}
      </p>
      <p className="quiet small">
        {[
          report.unit ?? t("unit.all"),
          report.period[lang],
          `${t("cutOff")} ${fullDay(report.cutOff, lang)}`,
        ].join(" · ")}
      </p>
      {report.sections.map((section) => (
        <section key={section.title.sv}>
          <h3>{section.title[lang]}</h3>
          {section.text === null ? null : <p className="narrative">{section.text[lang]}</p>}
          {section.items.map((item) =>
            report.spoken ? (
              <div key={item.id} className="report-item">
                <h4>{item.title[lang]}</h4>
                <p className="sentence">{item.sentence[lang]}</p>
              </div>
            ) : (
              <ItemTable key={item.id} item={item} least={report.least} />
            ),
          )}
        </section>
      ))}
      {report.closing === null ? null : <p className="narrative">{report.closing[lang]}</p>}
      <p className="quiet small">
        {t("checksum")} {report.checksum.slice(0, checksumLength)}
      </p>
    </article>
  );
}

/** An indicator or a distribution: its sentence, and every number that may be told. */
function ItemTable({ item, least }: { readonly item: Item; readonly least: number }) {
  const t = useText(overviewText);
  const { lang } = useLang();
  const { rows, several } = item;
  return (
    <div className="report-item">
      <h4>{item.title[lang]}</h4>
      {item.law === null ? null : <p className="quiet small">{item.law.section}</p>}
      {item.sentence[lang] === "" ? null : <p className="sentence">{item.sentence[lang]}</p>}
      {rows.length === 0 ? null : (
        <DataTable<Row>
          caption={t("tableOf", { what: item.title[lang] })}
          captionHidden
          keyOf={(row) => `${row.role} ${row.id}`}
          rows={rows}
          columns={[
            {
              id: "row",
              head: item.counted[lang],
              names: true,
              cell: (row) => (
                <>
                  {row.label[lang]}
                  {row.percent === null ? null : (
                    <Bar pieces={[{ id: row.id, role: "yes", n: row.percent }]} of={100} />
                  )}
                </>
              ),
            },
            {
              id: "n",
              head: t("count"),
              number: true,
              cell: (row) => row.n ?? <span className="quiet">{t("hidden")}</span>,
            },
            {
              id: "share",
              head: t("share"),
              number: true,
              cell: (row) => (row.percent === null ? "" : `${row.percent} %`),
            },
          ]}
        />
      )}
      {several ? <p className="quiet small">{t("several")}</p> : null}
      {item.missing === null ? (
        <p className="quiet small">
          {t("missing")}: {t("concealed", { n: least })}
        </p>
      ) : null}
      <p className="quiet small">{item.definition[lang]}</p>
    </div>
  );
}
