import { letterText } from "../../text/letter.ts";
import { useText } from "../../text/text.ts";
import { useForm } from "../../spec/form-context.ts";
import { codesOf, useSay } from "../../spec/use-pack.ts";
import { drawingUrl } from "./drawings.ts";

/** A drawing beside what is said to the child: one of ours, or none. */
export function PicturePicker({
  name,
  about,
  value,
  onChange,
}: {
  readonly name: string;
  readonly about: string;
  readonly value: string | undefined;
  readonly onChange: (code: string | null) => void;
}) {
  const t = useText(letterText);
  const say = useSay();
  const { pack, today } = useForm();
  const codes = codesOf(pack, "child-picture", today);
  const chosen = codes.find(({ id }) => id === value);
  return (
    <details className="picture-picker">
      <summary>
        {chosen === undefined ? t("choosePicture") : say(chosen.label)}
        <span className="visually-hidden"> {about}</span>
      </summary>
      <fieldset>
        <legend className="visually-hidden">{`${t("choosePicture")} ${about}`}</legend>
        <div className="picture-choices">
          <label className="picture-choice">
            <input
              type="radio"
              name={name}
              checked={chosen === undefined}
              onChange={() => onChange(null)}
            />
            <span>{t("noPicture")}</span>
          </label>
          {codes.map(({ id, label }) => (
            <label className="picture-choice" key={id}>
              <input
                type="radio"
                name={name}
                checked={value === id}
                onChange={() => onChange(id)}
              />
              <img src={drawingUrl(id)} alt="" width={36} height={36} />
              <span>{say(label)}</span>
            </label>
          ))}
        </div>
      </fieldset>
    </details>
  );
}
