import { useId } from "react";
import { Notice } from "../../components/notice/notice.tsx";
import { letterText } from "../../text/letter.ts";
import { fullDay } from "../../text/dates.ts";
import { useLang, useText } from "../../text/text.ts";
import { keyOfLetter, keyOfRecipient, type Writing } from "./use-letter.ts";

/** Which letter and to whom; why somebody cannot have it is said at once, with the section. */
export function Recipients({
  writing,
  onChange,
}: {
  readonly writing: Writing;
  readonly onChange: () => void;
}) {
  const t = useText(letterText);
  const { lang } = useLang();
  const id = useId();
  const { possible, chosen, recipient, choose, chooseRecipient } = writing;
  return (
    <div className="letter-choices">
      <p>
        <label htmlFor={`${id}-letter`}>{t("which")}</label>
        <select
          id={`${id}-letter`}
          value={chosen === undefined ? "" : keyOfLetter(chosen)}
          onChange={(event) => {
            choose(event.target.value);
            onChange();
          }}
        >
          <option value="">{t("choose")}</option>
          {possible.map((one) => (
            <option key={keyOfLetter(one)} value={keyOfLetter(one)}>
              {one.about === null
                ? one[lang]
                : t("about", { name: one[lang], day: fullDay(one.about, lang) })}
            </option>
          ))}
        </select>
      </p>
      {chosen === undefined ? null : (
        <p>
          <label htmlFor={`${id}-to`}>{t("toWhom")}</label>
          <select
            id={`${id}-to`}
            value={recipient === undefined ? "" : keyOfRecipient(recipient)}
            onChange={(event) => {
              chooseRecipient(event.target.value);
              onChange();
            }}
          >
            <option value="">{t("chooseRecipient")}</option>
            {chosen.recipients.map((one) => (
              <option key={keyOfRecipient(one)} value={keyOfRecipient(one)}>
                {lang === "en" ? one.labelEn : one.label}
              </option>
            ))}
          </select>
        </p>
      )}
      {recipient === undefined || recipient.problems.length === 0 ? null : (
        <Notice tone="danger">
          <p>
            <strong>{t("cannot")}.</strong>
          </p>
          {recipient.problems.map((found) => (
            <p key={found.id}>
              {found[lang]} <span className="quiet">{found.section}</span>
            </p>
          ))}
        </Notice>
      )}
      {recipient?.protected === true ? <p className="missing">{t("protectedHint")}</p> : null}
    </div>
  );
}
