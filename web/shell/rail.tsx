import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useSyncExternalStore } from "react";
import { type Me, meQuery } from "../api/queries.ts";
import { PersonLabel } from "../components/person-label/person-label.tsx";
import { paths } from "../paths.ts";
import { roleText } from "../text/clock.ts";
import { shellText } from "../text/shell.ts";
import { fullDay } from "../text/dates.ts";
import { useLang, useText } from "../text/text.ts";
import { LangSwitch } from "./lang-switch.tsx";
import { openFiles } from "./open-files.ts";
import { roomsFor } from "./rooms.ts";
import { SearchBox } from "./search-box.tsx";
import { Unsaved } from "./unsaved.tsx";
import { useSignOut } from "./use-sign-out.ts";
import { Wordmark } from "./wordmark.tsx";
import "./rail.css";

/** The rooms, the search, the open files and who is signed in. */
export function Rail({ onShowKeys }: { readonly onShowKeys: () => void }) {
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
      <RailRooms me={me} />
      <OpenFiles />
      <You onShowKeys={onShowKeys} />
    </header>
  );
}

/** Those that the rail shows, in its order; the others are reached from these and by the palette. */
const inRail = [
  "myDay",
  "start",
  "staffing",
  "receive",
  "unit",
  "followup",
  "accounts",
  "logReview",
  "retention",
] as const;

/** The ways to the rooms, for those who may go there. */
export function RailRooms({ me }: { readonly me: Pick<Me, "actions"> }) {
  const t = useText(shellText);
  const open = roomsFor(me.actions);
  const shown = inRail
    .map((id) => open.find((room) => room[0] === id))
    .filter((room) => room !== undefined);
  // A manager finds who is away on the page of the unit.
  const leads = me.actions.includes("unit.read");
  return (
    <nav className="rail-rooms" aria-label={t("rooms")}>
      <ul>
        {shown
          .filter(([id]) => id !== "staffing" || !leads)
          .map(([id, path]) => (
            <li key={id}>
              <Link {...path} {...(id === "myDay" ? { activeOptions: { exact: true } } : {})}>
                {t(id)}
                {id === "receive" ? (
                  <>
                    {" "}
                    <kbd aria-hidden="true">n</kbd>
                  </>
                ) : null}
              </Link>
            </li>
          ))}
      </ul>
    </nav>
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
  const { lang } = useLang();
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
      {me.signIn.endsOn === null ? null : (
        <p role="status">{t("accountEnds", { day: fullDay(me.signIn.endsOn, lang) })}</p>
      )}
      {state === "unsaved" || state === "unsent" ? (
        <Unsaved what={state} onStay={stay} onLeave={() => void signOut(true)} />
      ) : null}
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
