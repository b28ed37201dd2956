import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { meQuery, staffingQuery } from "../../api/queries.ts";
import { paths } from "../../paths.ts";
import { shortDay } from "../../text/dates.ts";
import { staffingText } from "../../text/staffing.ts";
import { useLang, useText } from "../../text/text.ts";

/** Who of the unit is away today and who stands in, with the way to the page where it is said. */
export function AwayToday() {
  const t = useText(staffingText);
  const { lang } = useLang();
  const may = useSuspenseQuery(meQuery).data.actions.includes("staffing.set");
  const staffing = useQuery({ ...staffingQuery, enabled: may }).data;
  const away = staffing?.absences.filter(({ runs }) => runs) ?? [];
  return (
    <>
      {away.length === 0 ? null : (
        <>
          <p>{t("awayToday")}</p>
          <ul>
            {away.map(({ absence, staff, to, standsIn }) => (
              <li key={absence}>
                {t("awayLine", { name: staff.name, day: shortDay(to, lang) })},{" "}
                {standsIn === null ? (
                  <strong>{t("nobodyStandsIn").toLowerCase()}</strong>
                ) : (
                  t("standsIn", { name: standsIn.name })
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {may ? (
        <p className="no-print">
          <Link {...paths.staffing}>{t("title")}</Link>
        </p>
      ) : null}
    </>
  );
}
