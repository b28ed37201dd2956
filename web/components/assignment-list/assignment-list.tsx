import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { assignmentsQuery } from "../../api/assignment-queries.ts";
import { paths } from "../../paths.ts";
import { codeLabel, usePack } from "../../spec/use-pack.ts";
import { assignmentText } from "../../text/assignment.ts";
import { fullDay } from "../../text/dates.ts";
import { useLang, useText } from "../../text/text.ts";
import { PersonLabel } from "../person-label/person-label.tsx";

/** The assignments that are linked to whoever is signed in, the one that ends first on top. */
export function AssignmentList() {
  const t = useText(assignmentText);
  const { lang } = useLang();
  const pack = usePack();
  const { lines } = useSuspenseQuery(assignmentsQuery()).data;
  return (
    <section aria-labelledby="assignments-title">
      <h2 id="assignments-title">{t("mine")}</h2>
      {lines.length === 0 ? (
        <p>{t("none")}</p>
      ) : (
        <ul>
          {lines.map(({ akt, measure, child, types, until, by }) => (
            <li key={measure}>
              <Link {...paths.assignment(akt, measure)}>
                <PersonLabel person={child} />
              </Link>{" "}
              {types.map((type) => codeLabel(pack, "measure-type", type)[lang]).join(", ")},{" "}
              {t("linked", { until: fullDay(until, lang), by })}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
