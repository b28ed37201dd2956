import type { z } from "zod";
import texts from "../../../spec/print/report.json" with { type: "json" };
import type { reportAnswer } from "../../contract/followup/report.ts";
import { plainDate } from "../../kernel/plain-date.ts";
import { parseInstant } from "../../kernel/instant.ts";
import { heading, label, textBlock } from "../blocks.ts";
import { momentParts } from "../frame.ts";
import type { Block, CountRow, FrontPart, PrintModel } from "../model.ts";
import { capital, dayInWords, fill, say } from "../print-texts.ts";

type Report = z.infer<typeof reportAnswer>;
type Item = Report["sections"][number]["items"][number];

/** A report of follow-up with the board it is of. */
export interface ReportPrintFacts {
  readonly report: Report;
  readonly board: { readonly name: string; readonly synthetic: boolean };
}

/** A text of the report in Swedish, the language of every print. */
function told(
  id: keyof typeof texts,
  params: Readonly<Record<string, string | number>> = {},
): string {
  return fill(texts[id].sv, params);
}

/** Letters of a checksum that people can compare by eye. */
const shortLength = 8;
/** Words read aloud in a minute. */
const wordsAMinute = 120;

/** A report of follow-up on paper. Pure: the same content gives the same model, dated by its cut-off. */
export function buildReport({ report, board }: ReportPrintFacts): PrintModel {
  const { title, checksum, specDigest, cutOff } = report;
  const id = told("report.document", { id: checksum.slice(0, shortLength) });
  return {
    format: 1,
    kind: "report",
    title: title.sv,
    subtitle: capital(report.period.sv),
    documentTitle: `${title.sv} ${checksum.slice(0, shortLength)}`,
    signedAt: momentParts(momentOf(cutOff)),
    marks: board.synthetic ? [say("print.mark.synthetic")] : [],
    sender: { board: board.name },
    masthead: [
      { label: told("report.for"), lines: [report.unit ?? told("report.board")] },
      { label: told("report.period"), lines: [report.period.sv] },
      { label: told("report.cut-off"), lines: [dayInWords(plainDate(cutOff))] },
    ],
    front: frontOf(report),
    body: bodyOf(report),
    footer: {
      running: title.sv,
      left: [
        id,
        told("report.definition-of", { hash: specDigest.slice(0, shortLength) }),
        told("report.checksum", { hash: checksum.slice(0, 2 * shortLength) }),
      ],
      pageWord: say("print.footer.page"),
      ofWord: say("print.footer.of"),
    },
  };
}

/** What the file of a report is called: which, and of which day. */
export function reportFileName({ id, cutOff }: Pick<Report, "id" | "cutOff">): string {
  return `${told("report.file")}-${id}-${cutOff}.pdf`;
}

/** Noon of the day the numbers are of: the file is dated by it and not by the moment somebody asked. */
function momentOf(day: string) {
  const moment = parseInstant(`${day}T12:00:00.000Z`);
  if (moment === undefined) throw new Error("a report without a day");
  return moment;
}

function frontOf({ purpose, least, spoken, words }: Report): readonly FrontPart[] {
  const minutes = Math.ceil(words / wordsAMinute);
  const read = minutes === 1 ? told("report.minute") : told("report.minutes", { n: minutes });
  return [
    {
      heading: told("report.what"),
      paragraphs: [purpose.sv, ...(spoken ? [read] : [])],
      voice: "plain",
    },
    {
      heading: told("report.how"),
      paragraphs: [told("report.least", { n: least })],
      voice: "plain",
    },
  ];
}

function bodyOf({ sections, spoken, closing }: Report): readonly Block[] {
  const parts = sections.flatMap(({ title, text, items }): Block[] => [
    heading(2, title.sv),
    ...(text === null ? [] : [textBlock(label(""), text.sv)]),
    ...items.map((item) => (spoken ? spokenBlock(item) : tableBlock(item))),
  ]);
  if (closing === null) return parts;
  return [...parts, heading(2, told("report.closing")), textBlock(label(""), closing.sv)];
}

function spokenBlock({ title, sentence }: Item): Block {
  return textBlock(label(title.sv), sentence.sv);
}

function tableBlock(item: Item): Block {
  const { title, sentence, counted, rows, definition, law, several, n } = item;
  const hidden = rows.some((row) => row.n === null);
  return {
    type: "table",
    label: label(
      title.sv,
      law === null ? undefined : law.section,
      n === null ? undefined : told("report.n", { n }),
    ),
    paragraphs: sentence.sv === "" ? [] : [sentence.sv],
    head: [counted.sv, told("report.count"), told("report.share")],
    rows: rows.map(rowOf),
    notes: [
      ...(several ? [told("report.several")] : []),
      ...(hidden ? [told("report.hidden-note")] : []),
      told("report.definition", { text: definition.sv }),
    ],
  };
}

function rowOf({ label: text, n, percent }: Item["rows"][number]): CountRow {
  return {
    text: text.sv,
    count: n === null ? told("report.hidden") : String(n),
    share: percent === null ? "" : told("report.percent", { n: percent }),
    percent,
  };
}
