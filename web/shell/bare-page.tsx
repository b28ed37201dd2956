import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { setupQuery } from "../api/queries.ts";
import { shellText } from "../text/shell.ts";
import { useText } from "../text/text.ts";
import { Banner } from "./banner.tsx";
import { LangSwitch } from "./lang-switch.tsx";
import { Wordmark } from "./wordmark.tsx";
import "./bare-page.css";
import "./shell.css";

/**
 * A page without rooms beside it: the first start, signing in, the examples. It is marked as a test until it is known
 * that there is a board of real persons here, or that one is being made (`real`).
 */
export function BarePage({
  wide = false,
  real = false,
  children,
}: {
  readonly wide?: boolean;
  readonly real?: boolean;
  readonly children: ReactNode;
}) {
  const t = useText(shellText);
  const boards = useQuery(setupQuery).data?.boards ?? [];
  const isTest = !real && boards.every(({ synthetic }) => synthetic);
  return (
    <>
      <a className="skip-link" href="#content">
        {t("skip")}
      </a>
      {isTest ? <Banner /> : null}
      <div className={wide ? "bare-page wide" : "bare-page"}>
        <header className="bare-head">
          <Wordmark />
          <LangSwitch />
        </header>
        <main id="content" tabIndex={-1}>
          {children}
        </main>
      </div>
    </>
  );
}
