import type { ClockShape } from "../../../src/contract/shapes.ts";
import { clockText } from "../../text/clock.ts";
import { daysInWords, shortDay } from "../../text/dates.ts";
import { useLang, useText } from "../../text/text.ts";
import { ClockMark } from "./clock-mark.tsx";
import { daysToldOf, severityKey, toldToTarget, urgencyOf } from "./urgency.ts";
import "./clock-row.css";

/** How long is left, in words, with its class; the date comes forth on hover, on focus, by touch and on paper. */
export function ClockWhen({ clock }: { readonly clock: ClockShape }) {
  const t = useText(clockText);
  const { lang } = useLang();
  const words = clock.status === "lapsed" ? t("lapsed") : daysInWords(daysToldOf(clock), lang);
  return (
    <span className={`clock-when ${urgencyOf(clock)}`}>
      <ClockMark clock={clock} />
      <span>
        <span className="clock-days">{words}</span>
        <span className="clock-class">
          <span className="clock-class-name">{t(severityKey[clock.severity])}</span>{" "}
          <time className="clock-date" dateTime={clock.legalLatest}>
            {toldToTarget(clock)
              ? t("workTo", {
                  target: shortDay(clock.target, lang),
                  day: shortDay(clock.legalLatest, lang),
                })
              : t("by", { day: shortDay(clock.legalLatest, lang) })}
          </time>
        </span>
      </span>
    </span>
  );
}
