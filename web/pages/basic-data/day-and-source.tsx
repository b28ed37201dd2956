import type { Pack } from "../../../src/spec/types.ts";
import { useSay } from "../../spec/use-pack.ts";
import { basicDataText } from "../../text/basic-data.ts";
import { useText } from "../../text/text.ts";

interface DayAndSourceProps {
  readonly pack: Pack;
  /** Begins the ids of the controls, where a page has several forms. */
  readonly prefix: string;
  readonly from: string;
  readonly source: string;
  /** Somebody has tried to save: what is missing is told. */
  readonly asked: boolean;
  readonly onFrom: (day: string) => void;
  readonly onSource: (code: string) => void;
}

/** From which day it holds and who says so: a value without them is worth little. */
export function DayAndSource(props: DayAndSourceProps) {
  const { pack, prefix, from, source, asked, onFrom, onSource } = props;
  const t = useText(basicDataText);
  const say = useSay();
  const codes = pack.codelists["basic-data-source"]?.codes ?? [];
  const lacks = {
    from: asked && from === "" ? t("dayFirst") : undefined,
    source: asked && source === "" ? t("sourceFirst") : undefined,
  };
  return (
    <div className="row basic-data-when">
      <div className="field">
        <label htmlFor={`${prefix}-from`}>{t("from")}</label>
        <input
          id={`${prefix}-from`}
          type="date"
          value={from}
          {...wrong(`${prefix}-from`, lacks.from)}
          onChange={(event) => onFrom(event.target.value)}
        />
        <Wrong id={`${prefix}-from`} text={lacks.from} />
      </div>
      <div className="field">
        <label htmlFor={`${prefix}-source`}>{t("source")}</label>
        <select
          id={`${prefix}-source`}
          value={source}
          {...wrong(`${prefix}-source`, lacks.source)}
          onChange={(event) => onSource(event.target.value)}
        >
          <option value="">{t("choose")}</option>
          {codes.map((code) => (
            <option key={code.id} value={code.id}>
              {say(code.label)}
            </option>
          ))}
        </select>
        <Wrong id={`${prefix}-source`} text={lacks.source} />
      </div>
    </div>
  );
}

function wrong(id: string, text: string | undefined) {
  return text === undefined ? {} : { "aria-invalid": true, "aria-describedby": `${id}-problem` };
}

function Wrong({ id, text }: { readonly id: string; readonly text: string | undefined }) {
  return text === undefined ? null : (
    <p className="field-problem" id={`${id}-problem`} role="alert">
      {text}
    </p>
  );
}
