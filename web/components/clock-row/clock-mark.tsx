import type { ReactNode } from "react";
import type { ClockShape } from "../../../src/contract/shapes.ts";
import { urgencyOf } from "./urgency.ts";
import "./clock-row.css";

/** One shape for each class of the law: an octagon as on a stop sign, a square, a ring. */
const shapes: Readonly<Record<ClockShape["severity"], ReactNode>> = {
  A: <path d="M5.4 1.75h5.2l3.65 3.65v5.2l-3.65 3.65H5.4L1.75 10.6V5.4Z" />,
  B: <rect x="2.75" y="2.75" width="10.5" height="10.5" rx="1" />,
  C: <circle cx="8" cy="8" r="5" />,
};

export type ClockMarkFacts = Pick<ClockShape, "severity" | "daysLeft" | "target" | "legalLatest">;

/** Class and nearness as a shape: filled when it presses, open when there is time. The words stand beside it. */
export function ClockMark({ clock }: { readonly clock: ClockMarkFacts }) {
  return (
    <svg
      className={`clock-mark severity-${clock.severity} ${urgencyOf(clock)}`}
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
    >
      {shapes[clock.severity]}
      {urgencyOf(clock) === "late" ? <path className="clock-bang" d="M8 4.5v4.5M8 11v.5" /> : null}
    </svg>
  );
}
