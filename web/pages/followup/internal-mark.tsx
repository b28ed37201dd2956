import type { ReactNode } from "react";
import { followupText } from "../../text/followup.ts";
import { useText } from "../../text/text.ts";

/**
 * Only on paper: what a page inside tells is exact, so that a small count can be a child. Every sheet says that it may not be
 * given out, and the first one what may.
 */
export function InternalMark(): ReactNode {
  const t = useText(followupText);
  return (
    <>
      <p className="internal-mark">
        <strong>{t("internal")}</strong> {t("internalWhy")}
      </p>
      <p className="internal-sheet" aria-hidden="true">
        {t("internal")}
      </p>
    </>
  );
}
