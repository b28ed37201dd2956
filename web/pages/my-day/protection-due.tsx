import { Link } from "@tanstack/react-router";
import { PersonLabel } from "../../components/person-label/person-label.tsx";
import { Tag } from "../../components/tag/tag.tsx";
import { paths } from "../../paths.ts";
import { fullDay } from "../../text/dates.ts";
import { myDayText } from "../../text/my-day.ts";
import { useLang, useText } from "../../text/text.ts";
import type { MyDayAnswer } from "./page.tsx";

/** Protected persons whose protection is to be examined before it runs out. */
export function ProtectionDue({
  protection,
  today,
}: {
  readonly protection: MyDayAnswer["protection"];
  readonly today: string;
}) {
  const t = useText(myDayText);
  const { lang } = useLang();
  if (protection.length === 0) return null;
  return (
    <section className="day-group" aria-labelledby="day-protection">
      <h2 id="day-protection">
        {t("protection")} <span className="count">{protection.length}</span>
      </h2>
      <ul className="draft-list">
        {protection.map(({ akt, person, dueOn }) => (
          <li key={person.person}>
            <Link data-row="" {...paths.protection(akt, person.person)}>
              {t("protectionBy", { day: fullDay(dueOn, lang) })}
            </Link>{" "}
            {dueOn < today ? <Tag tone="danger">{t("protectionLate")}</Tag> : null}
            <PersonLabel person={person} />
          </li>
        ))}
      </ul>
    </section>
  );
}
