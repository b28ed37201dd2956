import { useQuery } from "@tanstack/react-query";
import { OCCASIONS } from "../../../src/domain/notes/occasions.ts";
import { occasionsQuery } from "../../api/queries.ts";
import { ErrorNote } from "../../components/notice/error-note.tsx";
import { useForm } from "../../spec/form-context.ts";
import { itemsIn } from "../../spec/items-in.ts";
import { OccasionsView } from "../../spec/occasions-view.tsx";
import { documentOf } from "../../spec/use-pack.ts";
import { actText } from "../../text/act.ts";
import { useText } from "../../text/text.ts";

export interface OccasionsProps {
  readonly akt: string;
  readonly matter: string;
  readonly names: ReadonlyMap<string, string>;
}

/** How the child took part, each time, from the record: nothing here is written twice. */
export function Occasions({ akt, matter, names }: OccasionsProps) {
  const t = useText(actText);
  const { pack } = useForm();
  const found = useQuery(occasionsQuery(akt, matter));
  if (found.error !== null) return <ErrorNote error={found.error} />;
  if (found.data === undefined) return null;
  const { answers, corrected } = found.data;
  const items = itemsIn(answers[OCCASIONS]);
  if (items.length === 0) return <p className="quiet">{t("noOccasions")}</p>;
  return (
    <OccasionsView
      pack={pack}
      document={documentOf(pack, "decision-basis")}
      items={items}
      names={names}
      beside={(item) =>
        corrected.includes(item) ? <p className="mark">{t("occasionCorrected")}</p> : null
      }
    />
  );
}
