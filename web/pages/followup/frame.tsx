import type { ReactNode } from "react";
import { Link, Outlet } from "@tanstack/react-router";
import { Suspense } from "react";
import { paths } from "../../paths.ts";
import { Loading } from "../../shell/error-view.tsx";
import { followupText } from "../../text/followup.ts";
import { useText } from "../../text/text.ts";
import "./followup.css";

/** Around every page of the room: what there is to see, each with an address of its own. */
export function Frame(): ReactNode {
  const t = useText(followupText);
  return (
    <div className="followup">
      <nav className="followup-pages" aria-label={t("pages")}>
        <ul>
          <li>
            <Link {...paths.followup} activeOptions={{ exact: true }}>
              {t("overview")}
            </Link>
          </li>
          <li>
            {/* Whatever is asked, the page is the same. */}
            <Link {...paths.question()} activeOptions={{ includeSearch: false }}>
              {t("own")}
            </Link>
          </li>
          <li>
            <Link {...paths.variables()} activeOptions={{ includeSearch: false }}>
              {t("variables")}
            </Link>
          </li>
          <li>
            <Link {...paths.reports}>{t("reports")}</Link>
          </li>
        </ul>
      </nav>
      <Suspense fallback={<Loading />}>
        <Outlet />
      </Suspense>
    </div>
  );
}
