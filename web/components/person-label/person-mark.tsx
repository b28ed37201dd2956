import type { ReactNode } from "react";
import "./person-label.css";

/** Six shapes, filled or open: twelve marks that differ without colour. There is no triangle among them. */
const shapes: readonly ReactNode[] = [
  <circle key="circle" cx="8" cy="8" r="5.5" />,
  <rect key="square" x="2.75" y="2.75" width="10.5" height="10.5" />,
  <path key="diamond" d="M8 1.75 14.25 8 8 14.25 1.75 8Z" />,
  <path key="hexagon" d="M4.9 2.5h6.2L14.25 8l-3.15 5.5H4.9L1.75 8Z" />,
  <path key="cross" d="M5.75 2h4.5v3.75H14v4.5h-3.75V14h-4.5v-3.75H2v-4.5h3.75Z" />,
  <path key="drop" d="M2.75 13.25V8A5.25 5.25 0 1 1 8 13.25Z" />,
];

export const marks = shapes.length * 2;

/** The stable mark of a child: shape, filling and colour follow from the stripe number alone. */
export function PersonMark({
  stripe,
  size = "small",
}: {
  readonly stripe: number;
  readonly size?: "small" | "large";
}) {
  const mark = ((stripe % marks) + marks) % marks;
  const open = mark >= shapes.length ? "open" : "filled";
  return (
    <svg
      className={`person-mark stripe-${mark} ${open} ${size}`}
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
    >
      {shapes[mark % shapes.length]}
    </svg>
  );
}
