import type { ReactNode } from "react";
import type { AnswerOf } from "../../../api/client.ts";
import type { readIndicator } from "../../../../src/contract/followup/indicators.ts";
import { overviewText } from "../../../text/overview.ts";
import { useLang, useText } from "../../../text/text.ts";
import type { Lang } from "../../../text/text.ts";

export type IndicatorAnswer = AnswerOf<typeof readIndicator>;
type Role = IndicatorAnswer["bars"][number]["role"];

/** One length of a bar. */
interface Piece {
  readonly id: string;
  readonly role: Role;
  readonly n: number;
}

const barHeight = 20;
/** What the widest bar is cut in: the drawing is stretched to the width there is. */
const whole = 1000;

/** A lying bar of pieces after each other; `of` is what the whole width stands for. */
export function Bar({ pieces, of }: { readonly pieces: readonly Piece[]; readonly of: number }) {
  const scale = of === 0 ? 0 : whole / of;
  const drawn = pieces.map((piece, at) => {
    const before = pieces.slice(0, at).reduce((sum, { n }) => sum + n, 0);
    return { ...piece, x: before * scale, width: piece.n * scale };
  });
  return (
    <svg
      className="bar"
      viewBox={`0 0 ${whole} ${barHeight}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      {drawn.map(({ id, role, x, width }) =>
        width === 0 ? null : (
          <rect
            key={id}
            className={`piece ${role}`}
            x={x}
            y={1}
            width={width}
            height={barHeight - 2}
          />
        ),
      )}
    </svg>
  );
}

/** The pieces of an indicator: yes, no, and without an answer. */
export function piecesOf({ yes, n, missing }: IndicatorAnswer): readonly Piece[] {
  return [
    { id: "yes", role: "yes", n: yes },
    { id: "no", role: "no", n: n - yes },
    { id: "missing", role: "missing", n: missing },
  ];
}

/** What the pieces of a bar stand for, with the shape of each and how many. */
export function Legend({ answer }: { readonly answer: IndicatorAnswer }) {
  const t = useText(overviewText);
  const { lang } = useLang();
  return (
    <ul className="legend">
      {piecesOf(answer)
        .filter(({ n, role }) => n > 0 || role === "yes")
        .map(({ id, role, n }) => (
          <li key={id}>
            <Swatch role={role} /> {wordOf(answer, role, lang) ?? t(role)} <strong>{n}</strong>
          </li>
        ))}
    </ul>
  );
}

/** Where only one bar has the role, its own word says more than yes or no. */
function wordOf(answer: IndicatorAnswer, role: Role, lang: Lang): string | undefined {
  const own = answer.bars.filter((bar) => bar.role === role);
  const [only] = own;
  return own.length === 1 && role !== "missing" ? only?.label[lang] : undefined;
}

function Swatch({ role }: { readonly role: Role }) {
  return (
    <svg className="swatch" viewBox="0 0 14 14" aria-hidden="true" focusable="false">
      <rect className={`piece ${role}`} x={1} y={1} width={12} height={12} />
    </svg>
  );
}

/** A named picture of rows: what each is about, its bar, and its number in words. */
export function Rows({
  name,
  caption,
  children,
}: {
  readonly name: string;
  readonly caption?: string;
  readonly children: ReactNode;
}) {
  return (
    <figure className="rows">
      {caption === undefined ? null : <figcaption>{caption}</figcaption>}
      <div role="img" aria-label={name}>
        <div aria-hidden="true">{children}</div>
      </div>
    </figure>
  );
}

/** One row of a picture. */
export function Row({
  label,
  value,
  children,
}: {
  readonly label: string;
  readonly value: string;
  readonly children: ReactNode;
}) {
  return (
    <div className="bar-row">
      <span className="bar-label">{label}</span>
      {children}
      <span className="bar-value">{value}</span>
    </div>
  );
}

/** The steps of participation under each other, each as its share. */
export function Ladder({ answers }: { readonly answers: readonly IndicatorAnswer[] }) {
  const t = useText(overviewText);
  const { lang } = useLang();
  const said = answers.map(
    (answer) => `${answer.title[lang]} ${t("of", { yes: answer.yes, n: answer.n })}`,
  );
  return (
    <Rows name={t("ladderPicture", { what: said.join("; ") })} caption={t("ladder")}>
      {answers.map((answer) => (
        <Row
          key={answer.id}
          label={answer.title[lang]}
          value={t("of", { yes: answer.yes, n: answer.n })}
        >
          <Bar pieces={piecesOf(answer)} of={answer.n + answer.missing} />
        </Row>
      ))}
    </Rows>
  );
}

/** Steps counted by themselves, drawn to one scale; what a step counts stands in its label. */
export function Waterfall({ answer }: { readonly answer: IndicatorAnswer }) {
  const t = useText(overviewText);
  const { lang } = useLang();
  const most = Math.max(1, ...answer.bars.map(({ n }) => n));
  return (
    <Rows name={t("picture", { what: answer.sentence[lang] })}>
      {answer.bars.map(({ id, label, n }) => (
        <Row key={id} label={label[lang]} value={String(n)}>
          <Bar pieces={[{ id, role: "yes", n }]} of={most} />
        </Row>
      ))}
    </Rows>
  );
}

/** The reasons behind a no, the commonest first, each as its number of them. */
export function Reasons({ answer }: { readonly answer: IndicatorAnswer }) {
  const t = useText(overviewText);
  const { lang } = useLang();
  const reasons = answer.bars
    .filter(({ role, n }) => role === "no" && n > 0)
    .toSorted((a, b) => b.n - a.n);
  const all = reasons.reduce((sum, { n }) => sum + n, 0);
  if (reasons.length < 2) return null;
  const said = reasons.map(({ label, n }) => `${label[lang]} ${n}`).join(", ");
  return (
    <Rows name={t("picture", { what: `${t("reasons")}: ${said}` })} caption={t("reasons")}>
      {reasons.map(({ id, label, n }) => (
        <Row key={id} label={label[lang]} value={String(n)}>
          <Bar pieces={[{ id, role: "no", n }]} of={all} />
        </Row>
      ))}
    </Rows>
  );
}
