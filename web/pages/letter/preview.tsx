import type { previewLetter } from "../../../src/contract/letters/preview-letter.ts";
import type { AnswerOf } from "../../api/client.ts";
import { Notice } from "../../components/notice/notice.tsx";
import { letterText } from "../../text/letter.ts";
import { useLang, useText } from "../../text/text.ts";
import { drawingUrl } from "./drawings.ts";

/** The letter as its recipient reads it: Swedish, as every letter of the board. */
export function Preview({ preview }: { readonly preview: AnswerOf<typeof previewLetter> }) {
  const t = useText(letterText);
  const { lang } = useLang();
  const { title, subtitle, masthead, blocks, omitted, lacking, problems } = preview;
  return (
    <section className="letter-preview" aria-labelledby="letter-preview-title">
      <h2 id="letter-preview-title">{t("previewTitle")}</h2>
      {lacking.length === 0 ? null : <p className="missing">{t("lacking")}</p>}
      {omitted === 0 ? null : <p className="quiet">{t("omitted", { n: omitted })}</p>}
      {problems.length === 0 ? null : (
        <Notice tone="danger">
          {problems.map((found) => (
            <p key={`${found.id} ${found.pointer ?? ""}`}>
              {found[lang]} <span className="quiet">{found.section}</span>
            </p>
          ))}
        </Notice>
      )}
      <article className="letter-sheet" lang="sv">
        <h3>{title}</h3>
        {subtitle === "" ? null : <p>{subtitle}</p>}
        <dl>
          {masthead.map(({ label, lines }) => (
            <div key={label}>
              <dt>{label}</dt>
              {lines.map((line) => (
                <dd key={line}>{line}</dd>
              ))}
            </div>
          ))}
        </dl>
        {blocks.map(({ heading, paragraphs, pictures, space }) => (
          <section key={heading}>
            <h4>{heading}</h4>
            {paragraphs.map((paragraph, at) => (
              <Paragraph key={paragraph} text={paragraph} picture={pictures[at] ?? null} />
            ))}
            {space === null ? null : <div className={`letter-space ${space}`} />}
          </section>
        ))}
      </article>
    </section>
  );
}

function Paragraph({ text, picture }: { readonly text: string; readonly picture: string | null }) {
  if (picture === null) return <p>{text}</p>;
  return (
    <div className="letter-drawn">
      <img src={drawingUrl(picture)} alt="" width={48} height={48} />
      <p>{text}</p>
    </div>
  );
}
