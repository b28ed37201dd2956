import type { ReactNode } from "react";
import type { findDoubles } from "../../../src/contract/persons/find-doubles.ts";
import type { AnswerOf } from "../../api/client.ts";
import { fullDay } from "../../text/dates.ts";
import { identityText } from "../../text/identity.ts";
import { useLang, useText } from "../../text/text.ts";
import "../../components/notice/notice.css";
import "./person-hits.css";

export type LikelyDouble = AnswerOf<typeof findDoubles>["doubles"][number];

const groups = [
  { kind: "double", title: "mayBeSame", lead: "mayBeSameLead" },
  { kind: "twins", title: "mayBeTwins", lead: "twinsLead" },
] as const;

/** Who may be the same person, or a twin taken for one: why, and what can be done with each. */
export function LikelyDoubles({
  doubles,
  children,
}: {
  readonly doubles: readonly LikelyDouble[];
  /** What can be done with one of them. */
  readonly children: (double: LikelyDouble) => ReactNode;
}) {
  const t = useText(identityText);
  const { lang } = useLang();
  return groups.map(({ kind, title, lead }) => {
    const here = doubles.filter((double) => double.kind === kind);
    if (here.length === 0) return null;
    return (
      <section key={kind} className="likely-doubles notice warn" aria-label={t(title)}>
        <p>
          <strong>{t(title)}.</strong> {t(lead)}
        </p>
        <ul className="person-hits">
          {here.map((double) => (
            <li key={double.person}>
              <span>
                <strong>{double.name}</strong> <span className="quiet">{double.number}</span>
                <span className="why">
                  {[
                    ...(double.birthDate === null
                      ? []
                      : [t("bornOn", { day: fullDay(double.birthDate, lang) })]),
                    ...double.reasons.map((reason) => reason[lang]),
                  ].join(" · ")}
                </span>
              </span>
              {children(double)}
            </li>
          ))}
        </ul>
      </section>
    );
  });
}
