import { followupText } from "../../../text/followup.ts";
import { useLang, useText } from "../../../text/text.ts";
import { Bars } from "./figure-bars.tsx";
import { Intervals } from "./figure-intervals.tsx";
import { leftOut, Lines } from "./figure-lines.tsx";
import type { ShownSlice, TableAnswer } from "./slices.ts";

interface FigureProps extends ShownSlice {
  readonly table: TableAnswer;
}

/**
 * The picture of a table, drawn here and printed as it is: lines for a series, shares with intervals where periods or
 * units are compared, otherwise bars. The table beside it says every number, so nobody needs the picture.
 */
export function Figure({ table, layer, slice }: FigureProps) {
  const t = useText(followupText);
  const { lang } = useLang();
  const kind = table.axes.columns?.kind;
  const compared = kind === "periods" || kind === "units";
  const name = `${layer === undefined ? "" : `${layer.label[lang]}. `}${table.sentence[lang]}`;
  const drawn = { table, slice, name: t("picture", { what: name }) };
  return (
    <figure className="picture">
      {/* Where the window is narrow it is moved sideways, by key too. */}
      <div
        className="picture-room"
        tabIndex={0}
        role="region"
        aria-label={`${t("pictureOf")}: ${layer === undefined ? table.question[lang] : layer.label[lang]}`}
      >
        {kind === "series" ? (
          <Lines {...drawn} />
        ) : compared ? (
          <Intervals {...drawn} />
        ) : (
          <Bars {...drawn} />
        )}
      </div>
      {kind !== "series" || leftOut(drawn) === 0 ? null : (
        <figcaption className="quiet small">{t("linesLeftOut", { n: leftOut(drawn) })}</figcaption>
      )}
    </figure>
  );
}
