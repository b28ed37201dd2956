import type { ReactNode } from "react";
import { useSyncExternalStore } from "react";
import { told } from "../api/told.ts";
import { Notice } from "../components/notice/notice.tsx";
import { shellText } from "../text/shell.ts";
import { useLang, useText } from "../text/text.ts";

/** What the last command told beside doing what was asked: read out at once, and put away by hand. */
export function ToldNotice(): ReactNode {
  const t = useText(shellText);
  const { lang } = useLang();
  const notices = useSyncExternalStore(told.subscribe, told.get, told.get);
  return (
    <div role="status" className={`told no-print${notices.length === 0 ? "" : " told-now"}`}>
      {notices.length === 0 ? null : (
        <Notice tone="warn">
          <h2>{t("toldTitle")}</h2>
          <ul>
            {notices.map((notice) => (
              <li key={`${notice.id} ${notice.pointer ?? ""} ${notice.sv}`}>
                {notice[lang]}{" "}
                {notice.section === undefined ? null : (
                  <span className="quiet">{notice.section}</span>
                )}
              </li>
            ))}
          </ul>
          <div className="row">
            <button type="button" onClick={told.clear}>
              {t("toldRead")}
            </button>
          </div>
        </Notice>
      )}
    </div>
  );
}
