import type { ReactNode } from "react";
import "./tag.css";

/** A word with a frame. The word carries the meaning; the tone only repeats it. */
export function Tag({
  tone = "plain",
  children,
}: {
  readonly tone?: "plain" | "warn" | "danger" | "good";
  readonly children: ReactNode;
}) {
  return <span className={`tag ${tone}`}>{children}</span>;
}
