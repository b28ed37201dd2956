import type { ReactNode } from "react";
import "./notice.css";

/** An empty place that says what will come and how to begin. */
export function EmptyNote({
  title,
  children,
  action,
}: {
  readonly title: string;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}) {
  return (
    <div className="empty-note">
      <p className="empty-title">{title}</p>
      <p>{children}</p>
      {action === undefined ? null : <div className="row">{action}</div>}
    </div>
  );
}

/** Words that matter on the way, with a bar beside them. */
export function Notice({
  tone = "plain",
  role,
  children,
}: {
  readonly tone?: "plain" | "warn" | "danger" | "good";
  readonly role?: "alert" | "status";
  readonly children: ReactNode;
}) {
  return (
    <div className={`notice ${tone}`} role={role}>
      {children}
    </div>
  );
}
