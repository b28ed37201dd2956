import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useSyncExternalStore } from "react";
import { meQuery } from "../api/queries.ts";
import { PersonLabel } from "../components/person-label/person-label.tsx";
import { paths } from "../paths.ts";
import { roleText } from "../text/clock.ts";
import { shellText } from "../text/shell.ts";
import { useText } from "../text/text.ts";
import { LangSwitch } from "./lang-switch.tsx";
import { hasDay } from "./has-day.ts";
import { openFiles } from "./open-files.ts";
import { SearchBox } from "./search-box.tsx";
import { Unsaved } from "./unsaved.tsx";
import { useSignOut } from "./use-sign-out.ts";
import { Wordmark } from "./wordmark.tsx";
import "./rail.css";

/** The rooms, the search, the open files and who is signed in. */
export function Rail({ onShowKeys }: { readonly onShowKeys: () => void }) {
  const t = useText(shellText);
  const me = useSuspenseQuery(meQuery).data;
  const can = (action: string): boolean => me.actions.includes(action);
  return (
    <header className="rail">
      <div className="rail-head">
        <Link className="rail-home" {...paths.myDay}>
          <Wordmark />
        </Link>
        {can("person.search") ? <SearchBox /> : null}
      </div>
      <nav className="rail-rooms" aria-label={t("rooms")}>
        <ul>
          {hasDay(me.actions) ? (
            <li>
              <Link {...paths.myDay} activeOptions={{ exact: true }}>
                {t("myDay")}
              </Link>
            </li>
          ) : (
            <li>
              <Link {...paths.start}>{t("start")}</Link>
            </li>
          )}
          {can("staffing.set") && !can("unit.read") ? (
            <li>
              <Link {...paths.staffing}>{t("staffing")}</Link>
            </li>
          ) : null}
          {can("akt.write") ? (
            <li>
              <Link {...paths.receive}>
                {t("receive")} <kbd aria-hidden="true">n</kbd>
              </Link>
            </li>
          ) : null}
          {can("unit.read") ? (
            <li>
              <Link {...paths.unit}>{t("unit")}</Link>
            </li>
          ) : null}
          {can("followup.read") ? (
            <li>
              <Link {...paths.followup}>{t("followup")}</Link>
            </li>
          ) : null}
          {can("account.manage") ? (
            <li>
              <Link {...paths.accounts}>{t("accounts")}</Link>
            </li>
          ) : null}
          {can("log.review") ? (
            <li>
              <Link {...paths.logReviews}>{t("logReview")}</Link>
            </li>
          ) : null}
          {can("retention.manage") ? (
            <li>
              <Link {...paths.retention}>{t("retention")}</Link>
            </li>
          ) : null}
        </ul>
      </nav>
      <OpenFiles />
      <You onShowKeys={onShowKeys} />
    </header>
  );
}

/** The files that lie open, each with its mark, so that two are not mixed. Switching asks nothing. */
function OpenFiles() {
  const t = useText(shellText);
  const files = useSyncExternalStore(openFiles.subscribe, openFiles.get);
  if (files.length === 0) return null;
  return (
    <nav className="rail-files" aria-labelledby="rail-files">
      {/* No heading: the first one of a page says what the page is. */}
      <p id="rail-files" className="rail-files-title">
        {t("openFiles")}
      </p>
      <ul>
        {files.map((file) => (
          <li key={file.akt}>
            <Link {...paths.child(file.akt)}>
              <PersonLabel person={{ ...file.child, protected: false }} />
            </Link>
            <button
              type="button"
              className="plain"
              aria-label={t("closeFile", { name: file.child.name })}
              onClick={() => openFiles.close(file.akt)}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function You({ onShowKeys }: { readonly onShowKeys: () => void }) {
  const t = useText(shellText);
  const role = useText(roleText);
  const me = useSuspenseQuery(meQuery).data;
  const { state, signOut, stay } = useSignOut();
  const about = [me.role in roleText ? role(me.role as keyof typeof roleText & string) : me.role];
  if (me.unit !== null) about.push(me.unit.name);
  return (
    <section className="rail-you" aria-label={t("you")}>
      <p>
        <strong>{me.name}</strong>
        <span>{about.join(", ")}</span>
        <span>{me.board.name}</span>
      </p>
      {me.signIn.unseen > 0 ? (
        <p role="status">
          {t("unseen")} <Link {...paths.signIns}>{t("look")}</Link>
        </p>
      ) : null}
      {state === "unsaved" ? <Unsaved onStay={stay} onLeave={() => void signOut(true)} /> : null}
      {state === "no-contact" ? <p role="alert">{t("stillIn")}</p> : null}
      <div className="rail-tools">
        <Link className="small" {...paths.incidents}>
          {t("incidents")}
        </Link>
        <Link className="small" {...paths.signIns}>
          {t("signIns")}
        </Link>
        <Link className="small" {...paths.password}>
          {t("password")}
        </Link>
        <button type="button" className="plain small keys-button" onClick={onShowKeys}>
          {t("keys")} <kbd aria-hidden="true">?</kbd>
        </button>
        <button type="button" className="plain small" onClick={() => void signOut(false)}>
          {t(state === "saving" ? "signingOut" : "signOut")}
        </button>
        <LangSwitch />
      </div>
    </section>
  );
}
