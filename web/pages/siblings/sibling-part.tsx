import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { siblings } from "../../../src/contract/views/siblings.ts";
import type { AnswerOf } from "../../api/client.ts";
import { ClockLine } from "../../components/clock-row/clock-line.tsx";
import { PersonLabel } from "../../components/person-label/person-label.tsx";
import { paths } from "../../paths.ts";
import { codeLabel, usePack, useSay } from "../../spec/use-pack.ts";
import { childText } from "../../text/child.ts";
import { phaseText } from "../../text/clock.ts";
import { fullDay } from "../../text/dates.ts";
import { siblingsText } from "../../text/siblings.ts";
import { useLang, useText } from "../../text/text.ts";
import { Factors } from "../child/areas.tsx";
import { Quote } from "../child/voice.tsx";

export type Part = AnswerOf<typeof siblings>["children"][number];

interface Props {
  readonly part: Part;
}

/** One child: how its matter stands, its protection, its times, its words and its areas. */
export function SiblingPart({ part }: Props) {
  const t = useText(siblingsText);
  const { lang } = useLang();
  const pack = usePack();
  const { akt, child, protection, clocks, words, lastTalkOn } = part;
  return (
    <li className="sibling">
      <p className="sibling-internal">{t("internal")}</p>
      <h2>
        <Link {...paths.child(akt)}>
          <PersonLabel person={child} />
        </Link>
      </h2>
      <Section title={t("matters")}>
        <Matters part={part} />
      </Section>
      <Section title={t("protection")}>
        {protection.length === 0 ? <p className="quiet">{t("noProtection")}</p> : null}
        <ul className="plain-list">
          {protection.map(({ on, outcome }) => (
            <li key={`${on} ${outcome}`}>
              {codeLabel(pack, "protection-outcome", outcome)[lang]}, {fullDay(on, lang)}
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t("clocks")}>
        {clocks.length === 0 ? <p className="quiet">{t("noClocks")}</p> : null}
        <ul className="plain-list">
          {clocks.map((clock) => (
            <ClockLine key={clock.clock} clock={clock} />
          ))}
        </ul>
      </Section>
      <Section title={t("voice")}>
        {words.length === 0 ? <p className="quiet">{t("noWords")}</p> : null}
        {words.map((each) => (
          <Quote key={`${each.on} ${each.text}`} words={each} />
        ))}
        {lastTalkOn === null ? null : (
          <p className="quiet">{t("lastTalk", { day: fullDay(lastTalkOn, lang) })}</p>
        )}
      </Section>
      <Section title={t("areas")}>
        <Areas part={part} />
      </Section>
    </li>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div>
      <h3>{title}</h3>
      {children}
    </div>
  );
}

function Matters({ part }: Props) {
  const t = useText(siblingsText);
  const phase = useText(phaseText);
  const { lang } = useLang();
  return part.matters.map((matter) => (
    <p key={matter.matter}>
      {t("since", {
        phase:
          matter.phase in phaseText
            ? phase(matter.phase as keyof typeof phaseText & string)
            : matter.phase,
        day: fullDay(matter.startedOn, lang),
      })}
      <br />
      <span className="quiet">
        {matter.worker === null ? t("noWorker") : t("worker", { name: matter.worker })}
      </span>
    </p>
  ));
}

/** The areas something is written about, protection before risk. */
function Areas({ part }: Props) {
  const t = useText(siblingsText);
  const c = useText(childText);
  const say = useSay();
  const pack = usePack();
  const written = part.areas.filter((area) => area.protective.length + area.risk.length > 0);
  if (written.length === 0) return <p className="quiet">{t("noAreas")}</p>;
  return (
    <dl className="sibling-areas">
      {written.map(({ area, protective, risk }) => {
        const name = pack.areas.find((each) => each.id === area)?.name;
        return (
          <div key={area}>
            <dt>{name === undefined ? area : say(name)}</dt>
            {protective.length === 0 ? null : (
              <dd>
                <span className="quiet">{c("protective")}</span>
                <Factors ids={protective} />
              </dd>
            )}
            {risk.length === 0 ? null : (
              <dd>
                <span className="quiet">{c("risk")}</span>
                <Factors ids={risk} />
              </dd>
            )}
          </div>
        );
      })}
    </dl>
  );
}
