import type { ReactNode } from "react";
import { followupText } from "../../../text/followup.ts";
import { useText } from "../../../text/text.ts";

/** The reports that are ready to be read. */
export function Page(): ReactNode {
  const t = useText(followupText);
  return (
    <>
      <h1 tabIndex={-1}>{t("reports")}</h1>
      <p className="lead">{t("reportsLead")}</p>
    </>
  );
}
