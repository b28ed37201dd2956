import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { PersonLabel } from "../../components/person-label/person-label.tsx";
import { paths } from "../../paths.ts";
import { shortDay } from "../../text/dates.ts";
import { useLang, useText } from "../../text/text.ts";
import { unitText } from "../../text/unit.ts";
import type { UnitAnswer } from "./allocation.tsx";
import { ReviewPanel } from "./review-panel.tsx";

type Row = UnitAnswer["toReview"][number];

/** Decision bases that are fixed and wait to be read before the parties get them. */
export function Reviews({ rows }: { readonly rows: readonly Row[] }) {
  const [reading, setReading] = useState<string>();
  const read = rows.find((row) => row.document === reading);
  return (
    <>
      <ul className="work-list">
        {rows.map((row) => (
          <ReviewRow key={row.document} row={row} onRead={() => setReading(row.document)} />
        ))}
      </ul>
      {read === undefined ? null : (
        <ReviewPanel key={read.document} row={read} onClose={() => setReading(undefined)} />
      )}
    </>
  );
}

function ReviewRow({ row, onRead }: { readonly row: Row; readonly onRead: () => void }) {
  const t = useText(unitText);
  const { lang } = useLang();
  return (
    <li className="decide-row">
      <Link className="work-child" {...paths.child(row.akt)}>
        <PersonLabel person={row.child} />
      </Link>
      <span>
        <button type="button" data-row="" onClick={onRead}>
          {t("read")}
          <span className="visually-hidden"> {t("of", { name: row.child.name })}</span>
        </button>
      </span>
      <span className="quiet">{t("fixedOn", { day: shortDay(row.fixedOn, lang) })}</span>
    </li>
  );
}
