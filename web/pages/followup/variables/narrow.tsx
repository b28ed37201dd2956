import { useId } from "react";
import type { Catalogue } from "../../../api/queries.ts";
import { catalogueText } from "../../../text/catalogue.ts";
import { useLang, useText } from "../../../text/text.ts";
import { uses, type Wanted } from "./matching.ts";

interface NarrowProps {
  readonly catalogue: Catalogue;
  readonly wanted: Wanted;
  readonly onChange: (wanted: Wanted) => void;
}

/** Words and choices that narrow the list; it follows as one types. */
export function Narrow({ catalogue, wanted, onChange }: NarrowProps) {
  const t = useText(catalogueText);
  const { lang } = useLang();
  const id = useId();
  const lists = {
    step: catalogue.steps.filter(({ id: step }) =>
      catalogue.variables.some((variable) => variable.step === step),
    ),
    area: catalogue.areas,
    status: catalogue.statuses,
    use: uses.map((use) => ({ id: use, label: { sv: t(`use-${use}`), en: t(`use-${use}`) } })),
  };
  return (
    <search className="variables-narrow no-print">
      <div>
        <label htmlFor={`${id}-text`}>{t("search")}</label>
        <input
          id={`${id}-text`}
          type="search"
          value={wanted.text}
          onChange={(event) => onChange({ ...wanted, text: event.target.value })}
        />
      </div>
      {(["step", "area", "status", "use"] as const).map((which) => (
        <div key={which}>
          <label htmlFor={`${id}-${which}`}>{t(which)}</label>
          <select
            id={`${id}-${which}`}
            value={wanted[which]}
            onChange={(event) => onChange({ ...wanted, [which]: event.target.value })}
          >
            <option value="">{t("all")}</option>
            {lists[which].map((each) => (
              <option key={each.id} value={each.id}>
                {each.label[lang]}
              </option>
            ))}
          </select>
        </div>
      ))}
    </search>
  );
}
