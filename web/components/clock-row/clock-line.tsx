import type { ClockShape } from "../../../src/contract/shapes.ts";
import { clockText } from "../../text/clock.ts";
import { fullDay } from "../../text/dates.ts";
import { useLang, useText } from "../../text/text.ts";
import { clockName } from "./clock-name.ts";
import { ClockWhen } from "./clock-when.tsx";
import { toldToTarget } from "./urgency.ts";
import "./clock-row.css";

/** A duty on the page of its own child: how long is left, its name, its section, and how sure the day is. */
export function ClockLine({ clock }: { readonly clock: ClockShape }) {
  const t = useText(clockText);
  const { lang } = useLang();
  const day = fullDay(clock.legalLatest, lang);
  return (
    <li className="clock-line">
      <ClockWhen clock={clock} />
      <p className="clock-line-name">{clockName(clock, lang)}</p>
      <p className="clock-why">
        {toldToTarget(clock)
          ? t("workTo", { target: fullDay(clock.target, lang), day })
          : t("by", { day })}
        , {clock.section}
        {clock.certainty === "certain" ? null : ` · ${t("interpretation")}`}
      </p>
    </li>
  );
}
