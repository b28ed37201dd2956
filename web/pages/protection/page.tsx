import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { readProtection } from "../../../src/contract/persons/read-protection.ts";
import type { AnswerOf } from "../../api/client.ts";
import { protectionQuery } from "../../api/queries.ts";
import { Notice } from "../../components/notice/notice.tsx";
import { useNameOf } from "../../components/person-label/name-of.ts";
import { Tag } from "../../components/tag/tag.tsx";
import { paths } from "../../paths.ts";
import { useAddress } from "../../shell/use-address.ts";
import { fullDay } from "../../text/dates.ts";
import { protectionText } from "../../text/protection.ts";
import { useLang, useText } from "../../text/text.ts";
import { NamedForm } from "./named-form.tsx";
import "./protection.css";

export type ProtectionAnswer = AnswerOf<typeof readProtection>;

/** Somebody's protected personal data: which, who set it, until when, and who may see the person. */
export function Page(): ReactNode {
  const { akt, person } = useAddress();
  const answer = useSuspenseQuery(protectionQuery(person)).data;
  return <Protection akt={akt} answer={answer} />;
}

/** The page, from the answer of the server. */
export function Protection({
  akt,
  answer,
}: {
  readonly akt: string;
  readonly answer: ProtectionAnswer;
}) {
  const t = useText(protectionText);
  const name = useNameOf();
  const { label, own, through } = answer;
  const { person } = label;
  return (
    <div className="protection">
      <h1 tabIndex={-1}>{t("title", { name: name(label) })}</h1>
      <p className="no-print">
        <Link {...paths.child(akt)}>{t("back")}</Link>
      </p>
      {label.protected ? (
        <Notice tone="warn">
          <p>
            <strong>{t("banner")}</strong>
          </p>
          <p>{t("bannerHelp")}</p>
        </Notice>
      ) : (
        <p>{t("none")}</p>
      )}
      {through === null ? null : <p>{t("through", { name: name(through) })}</p>}
      {own === null ? null : <Own own={own} />}
      <p className="no-print">
        <Link {...paths.basicData(akt, person)}>{t("change")}</Link>
      </p>
      <Earlier earlier={answer.earlier} />
      {label.protected ? <WhoSees answer={answer} /> : null}
      {own === null ? null : <NamedForm answer={answer} />}
    </div>
  );
}

function Own({ own }: { readonly own: NonNullable<ProtectionAnswer["own"]> }) {
  const t = useText(protectionText);
  const { lang } = useLang();
  const day = (on: string | null) => (on === null ? t("unsaid") : fullDay(on, lang));
  const rows = [
    ["level", own.level[lang]],
    ["provision", own.provision?.[lang] ?? t("unsaid")],
    ["authority", own.authority?.[lang] ?? t("unsaid")],
    ["decidedOn", day(own.decidedOn)],
    ["validFrom", day(own.validFrom)],
    ["until", day(own.until)],
    [
      "setBy",
      own.setBy === null || own.setOn === null
        ? t("unsaid")
        : t("setByOn", { name: own.setBy, day: fullDay(own.setOn, lang) }),
    ],
  ] as const;
  return (
    <section aria-labelledby="protection-own">
      <h2 id="protection-own">{t("own")}</h2>
      <dl className="protection-facts">
        {rows.map(([id, value]) => (
          <div key={id}>
            <dt>{t(id)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div>
          <dt>{t("review")}</dt>
          <dd>
            {fullDay(own.review.dueOn, lang)}{" "}
            {own.review.late ? <Tag tone="danger">{t("late")}</Tag> : null}
          </dd>
        </div>
      </dl>
    </section>
  );
}

function Earlier({ earlier }: Pick<ProtectionAnswer, "earlier">) {
  const t = useText(protectionText);
  const { lang } = useLang();
  if (earlier.length === 0) return null;
  return (
    <section aria-labelledby="protection-earlier">
      <h2 id="protection-earlier">{t("earlier")}</h2>
      <ul>
        {earlier.map(({ level, validFrom }) => (
          <li key={`${validFrom} ${level.sv}`}>
            {t("earlierLine", { level: level[lang], day: fullDay(validFrom, lang) })}
          </li>
        ))}
      </ul>
    </section>
  );
}

function WhoSees({ answer }: { readonly answer: ProtectionAnswer }) {
  const t = useText(protectionText);
  const { lang } = useLang();
  const name = useNameOf();
  const { named, others, hiddenFrom } = answer;
  return (
    <section aria-labelledby="protection-who">
      <h2 id="protection-who">{t("who")}</h2>
      <p>{t(named.length > 0 ? "whoNamed" : "whoMatter")}</p>
      <ul>
        {named.map((each) => (
          <li key={each.staff}>{t("personLine", { name: each.name, tie: t("named") })}</li>
        ))}
        {others.map((each) => (
          <li key={`${each.name} ${each.tie.sv}`}>
            {t("personLine", { name: each.name, tie: each.tie[lang] })}
          </li>
        ))}
      </ul>
      <h3>{t("hidden")}</h3>
      <p>{t("hiddenFromAll")}</p>
      {hiddenFrom.length === 0 ? null : (
        <p>{t("hiddenFrom", { names: hiddenFrom.map((each) => name(each)).join(", ") })}</p>
      )}
    </section>
  );
}
