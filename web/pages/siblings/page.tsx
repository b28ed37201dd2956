import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useId, useState } from "react";
import type { siblings } from "../../../src/contract/views/siblings.ts";
import type { AnswerOf } from "../../api/client.ts";
import { siblingsQuery } from "../../api/queries.ts";
import { EmptyNote } from "../../components/notice/notice.tsx";
import { ListMarks } from "../../components/person-label/list-marks.tsx";
import { paths } from "../../paths.ts";
import { useAddress } from "../../shell/use-address.ts";
import { fullDay } from "../../text/dates.ts";
import { siblingsText } from "../../text/siblings.ts";
import { useLang, useText } from "../../text/text.ts";
import { SiblingPart } from "./sibling-part.tsx";
import "./siblings.css";

type Answer = AnswerOf<typeof siblings>;

/** The brothers and sisters beside each other; on paper each has sheets of its own. */
export function Page(): ReactNode {
  const { akt } = useAddress();
  const answer = useSuspenseQuery(siblingsQuery(akt)).data;
  return <Siblings answer={answer} akt={akt} />;
}

/** The page, from the answer of the server. */
export function Siblings({ answer, akt }: { readonly answer: Answer; readonly akt: string }) {
  const t = useText(siblingsText);
  const { lang } = useLang();
  const id = useId();
  const [only, setOnly] = useState("");
  const { children, today } = answer;
  const shown = only === "" ? children : children.filter((child) => child.akt === only);
  return (
    <div className="siblings-page">
      <h1 tabIndex={-1}>{t("title")}</h1>
      <p className="quiet no-print">
        {t("lead", { n: children.length, day: fullDay(today, lang) })}
      </p>
      {children.some((child) => child.akt !== akt) ? null : (
        <EmptyNote title={t("alone")}>
          {t("aloneHelp")} <Link {...paths.network(akt)}>{t("toNetwork")}</Link>
        </EmptyNote>
      )}
      {children.length < 2 ? null : (
        <div className="row no-print siblings-choice">
          <label htmlFor={id}>{t("show")}</label>
          <select id={id} value={only} onChange={(event) => setOnly(event.target.value)}>
            <option value="">{t("all")}</option>
            {children.map((child) => (
              <option key={child.akt} value={child.akt}>
                {child.child.name}
              </option>
            ))}
          </select>
          <button type="button" onClick={() => window.print()}>
            {t("print")}
          </button>
        </div>
      )}
      <ListMarks persons={shown.map(({ child }) => child)}>
        <ul className="siblings" aria-label={t("title")}>
          {shown.map((child) => (
            <SiblingPart key={child.akt} part={child} />
          ))}
        </ul>
      </ListMarks>
    </div>
  );
}
