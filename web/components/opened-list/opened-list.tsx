import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { openedQuery } from "../../api/queries.ts";
import { paths } from "../../paths.ts";
import { fullDay } from "../../text/dates.ts";
import { reachText } from "../../text/reach.ts";
import { useLang, useText } from "../../text/text.ts";
import { PersonLabel } from "../person-label/person-label.tsx";

/** The matters that managers have opened for whoever is signed in, by name and until a day. */
export function OpenedList() {
  const t = useText(reachText);
  const { lang } = useLang();
  const { lines } = useSuspenseQuery(openedQuery()).data;
  return (
    <section aria-labelledby="opened-title">
      <h2 id="opened-title">{t("opened")}</h2>
      {lines.length === 0 ? (
        <p>{t("noOpened")}</p>
      ) : (
        <ul>
          {lines.map(({ akt, matter, number, child, until, by }) => (
            <li key={matter}>
              <Link {...paths.child(akt)}>
                <PersonLabel person={child} />
              </Link>{" "}
              {number === null ? null : `${t("matter", { number })}, `}
              {t("openedLine", { until: fullDay(until, lang), by })}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
