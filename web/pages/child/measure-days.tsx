import { Link } from "@tanstack/react-router";
import type { MatterAnswer } from "../../api/queries.ts";
import { stepPath } from "../../paths.ts";
import { measureName } from "../../spec/measure-name.ts";
import { codeLabel, usePack } from "../../spec/use-pack.ts";
import { fullDay } from "../../text/dates.ts";
import { measureText } from "../../text/measure.ts";
import { useLang, useText } from "../../text/text.ts";
import { besideTheChain } from "./beside-the-chain.ts";

type Measure = MatterAnswer["measures"][number];

interface MeasureDaysProps {
  readonly akt: string;
  readonly matter: MatterAnswer;
  readonly measure: Measure;
}

/** One open measure: its days, the next follow-up and what remains to be done with it. */
export function MeasureDays({ akt, matter, measure }: MeasureDaysProps) {
  const t = useText(measureText);
  const { lang } = useLang();
  const pack = usePack();
  const { ended, nextFollowUp } = measure;
  return (
    <section className="measure">
      <h4>{measureName(pack, measure, lang, matter.measures)}</h4>
      <p>{useDays(measure)}</p>
      {ended === null ? (
        <>
          <p>
            {nextFollowUp === null
              ? t("noNextFollowUp")
              : t("nextFollowUp", { day: fullDay(nextFollowUp, lang) })}
          </p>
          <Remains akt={akt} matter={matter} measure={measure} />
        </>
      ) : (
        <p>
          {t("ended", {
            day: fullDay(ended.on, lang),
            reason: codeLabel(pack, "end-reason", ended.reason)[lang],
          })}
        </p>
      )}
    </section>
  );
}

/** The days of a measure in the order of the chain, as one sentence. */
function useDays(measure: Measure): string {
  const t = useText(measureText);
  const { lang } = useLang();
  const pack = usePack();
  const on = (words: keyof typeof measureText & string, day: string | null): readonly string[] =>
    day === null ? [] : [t(words, { day: fullDay(day, lang) })];
  const { providerKind, startedOn, ended } = measure;
  const facts = [
    ...on("granted", measure.grantedOn),
    ...on("from", measure.from),
    ...on("until", measure.to),
    ...(providerKind === null ? [] : [codeLabel(pack, "provider-kind", providerKind)[lang]]),
    ...on("ordered", measure.orderedOn),
    ...(startedOn === null && ended === null ? [t("notStarted")] : on("started", startedOn)),
    ...on("planMade", measure.planMadeOn),
    ...on("planRevised", measure.planRevisedOn),
    ...on("followedUp", measure.followedUpOn),
    ...(measure.consentWithdrawn ? [t("consentWithdrawn")] : []),
  ];
  const text = facts.join(", ");
  return `${text.charAt(0).toLocaleUpperCase()}${text.slice(1)}.`;
}

/** The steps of the measure that somebody waits for, each with a link to its form. */
function Remains({ akt, matter, measure }: MeasureDaysProps) {
  const t = useText(measureText);
  const { lang } = useLang();
  const steps = matter.steps.filter(
    ({ ids, command }) => ids["measure"] === measure.measure && !besideTheChain.includes(command),
  );
  if (steps.length === 0) return null;
  return (
    <p className="remains">
      {t("remains")}:{" "}
      {steps.map((step, at) => (
        <span key={step.command}>
          {at === 0 ? null : ", "}
          <Link data-row="" {...stepPath(akt, matter.matter, step.command, measure.measure)}>
            {step[lang]}
          </Link>
        </span>
      ))}
    </p>
  );
}
