import type { ReactNode } from "react";
import { shellText } from "../text/shell.ts";
import { useText } from "../text/text.ts";
import { Banner } from "./banner.tsx";
import { LangSwitch } from "./lang-switch.tsx";
import { Wordmark } from "./wordmark.tsx";
import "./bare-page.css";
import "./shell.css";

/** A page without rooms beside it: the first start, signing in, the examples. */
export function BarePage({
  wide = false,
  children,
}: {
  readonly wide?: boolean;
  readonly children: ReactNode;
}) {
  const t = useText(shellText);
  return (
    <>
      <a className="skip-link" href="#content">
        {t("skip")}
      </a>
      <Banner />
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
