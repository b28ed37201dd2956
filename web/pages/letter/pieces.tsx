import type { AnswerItem } from "../../../src/domain/event.ts";
import { itemsOf, textOf } from "../../../src/domain/read.ts";
import { EmptyNote } from "../../components/notice/notice.tsx";
import { useAnswers, useForm } from "../../spec/form-context.ts";
import { codeLabel, useSay } from "../../spec/use-pack.ts";
import { letterText } from "../../text/letter.ts";
import { useText } from "../../text/text.ts";
import { drawingUrl } from "./drawings.ts";
import { PicturePicker } from "./picture-picker.tsx";
import type { Piece } from "./use-pieces.ts";

const list = "plain";

/** What the record has for the child's version, each thing with room for plain words and a drawing. */
export function Pieces({ pieces }: { readonly pieces: readonly Piece[] | undefined }) {
  const t = useText(letterText);
  const answers = useAnswers();
  if (textOf(answers["versionOf"]) === undefined || pieces === undefined) return null;
  if (pieces.length === 0) return <EmptyNote title={t("noPieces")}>{t("noPiecesHelp")}</EmptyNote>;
  const written = itemsOf(answers[list]);
  return (
    <section className="pieces" aria-labelledby="pieces-title">
      <h3 id="pieces-title">{t("pieces")}</h3>
      <p className="field-help">{t("piecesHelp")}</p>
      <ol>
        {pieces.map((piece) => (
          <PieceRow
            key={`${piece.prompt} ${piece.of}`}
            piece={piece}
            item={written.findLast(
              (one) => one["of"] === piece.of && one["prompt"] === piece.prompt,
            )}
          />
        ))}
      </ol>
    </section>
  );
}

function PieceRow({
  piece,
  item,
}: {
  readonly piece: Piece;
  readonly item: AnswerItem | undefined;
}) {
  const t = useText(letterText);
  const say = useSay();
  const form = useForm();
  const { prompt, of, record } = piece;
  const id = `piece-${prompt}-${of}`;
  const about = say(codeLabel(form.pack, "child-prompt", prompt));
  const picture = textOf(item?.["picture"]);
  const leftOut = item?.["leftOut"] === true;
  // The item is made with the first thing that is said of it.
  const set = (field: string, value: unknown): void => {
    if (item === undefined) form.addItem(list, { prompt, of, [field]: value });
    else form.set(`${list}/${item.id}/${field}`, value);
  };
  return (
    <li className={leftOut ? "piece left-out" : "piece"}>
      <div className="piece-record">
        <p className="piece-prompt">{about}</p>
        <p lang="sv" className="narrative" id={`${id}-record`}>
          {record === "" ? t("pieceEmpty") : record}
        </p>
        <label className="choice">
          <input
            type="checkbox"
            checked={leftOut}
            onChange={(event) => set("leftOut", event.target.checked)}
          />
          <span>
            {t("leaveOut")}
            <span className="visually-hidden">: {record}</span>
          </span>
        </label>
      </div>
      <div className="piece-words">
        <label htmlFor={id}>
          {t("plainWords")}
          <span className="visually-hidden">: {record}</span>
        </label>
        <textarea
          id={id}
          lang="sv"
          spellCheck
          rows={3}
          disabled={leftOut}
          aria-describedby={`${id}-record`}
          value={textOf(item?.["words"]) ?? ""}
          onChange={(event) => set("words", event.target.value)}
        />
        <div className="piece-picture">
          {picture === undefined ? null : (
            <img src={drawingUrl(picture)} alt="" width={48} height={48} />
          )}
          <PicturePicker
            name={`${id}-picture`}
            about={record}
            value={picture}
            onChange={(code) => set("picture", code)}
          />
        </div>
      </div>
    </li>
  );
}
