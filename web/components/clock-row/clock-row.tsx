import { Link } from "@tanstack/react-router";
import type { ClockShape } from "../../../src/contract/shapes.ts";
import { pathOfHref, paths } from "../../paths.ts";
import { clockText } from "../../text/clock.ts";
import { useLang, useText } from "../../text/text.ts";
import { PersonLabel } from "../person-label/person-label.tsx";
import { clockName } from "./clock-name.ts";
import { ClockWhen } from "./clock-when.tsx";
import "./clock-row.css";

/** One duty in a list: when, which child, what to do, why, and who. */
export function ClockRow({
  clock,
  showChild = true,
  note,
}: {
  readonly clock: ClockShape;
  readonly showChild?: boolean;
  /** Said under who has it, instead of why it is on one's list. */
  readonly note?: string;
}) {
  const t = useText(clockText);
  const { lang } = useLang();
  const said = note ?? clock.standsIn?.[lang];
  return (
    <li className={showChild ? "clock-row" : "clock-row without-child"}>
      <ClockWhen clock={clock} />
      {showChild ? (
        <Link className="clock-child" {...paths.child(clock.akt)}>
          <PersonLabel person={clock.child} />
        </Link>
      ) : null}
      <span className="clock-what">
        <Link className="clock-verb" data-row="" {...pathOfHref(clock.href, clock.akt)}>
          {lang === "sv" ? clock.verb : clock.verbEn}
        </Link>
        <span className="clock-why">
          {clockName(clock, lang)}, <span className="clock-section">{clock.section}</span>
        </span>
      </span>
      <span className="clock-who">
        {clock.worker ?? t("nobody")}
        {said === undefined ? null : <span className="clock-stands-in">{said}</span>}
      </span>
    </li>
  );
}
