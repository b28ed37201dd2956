import type { RetentionPlace } from "../../api/retention-queries.ts";
import { retentionText } from "../../text/retention.ts";
import { useText } from "../../text/text.ts";

export interface PagerProps {
  /** The page shown, from 0. */
  readonly page: number;
  readonly shown: number;
  readonly total: number;
  /** Where the next page begins; undefined on the last. */
  readonly next: RetentionPlace | undefined;
  /** Asks for the next page, or with undefined for the one before. */
  readonly onPage: (to: RetentionPlace | undefined) => void;
}

const LINES = 100;

/** Which lines of a long list are shown, and the way to the others; nothing for a list of one page. */
export function Pager({ page, shown, total, next, onPage }: PagerProps) {
  const t = useText(retentionText);
  if (page === 0 && next === undefined) return null;
  const from = page * LINES + 1;
  return (
    <nav className="retention-pager no-print" aria-label={t("pages")}>
      <button
        type="button"
        aria-disabled={page === 0}
        onClick={() => (page === 0 ? undefined : onPage(undefined))}
      >
        {t("before")}
      </button>
      <button
        type="button"
        aria-disabled={next === undefined}
        onClick={() => (next === undefined ? undefined : onPage(next))}
      >
        {t("next")}
      </button>
      <span role="status">{t("lines", { from, to: from + shown - 1, total })}</span>
    </nav>
  );
}
