import type { ReactNode } from "react";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Outlet } from "@tanstack/react-router";
import { Suspense, useCallback, useMemo, useState, useSyncExternalStore } from "react";
import { useCleanPaste } from "../paste/use-clean-paste.ts";
import { signedOutState } from "../api/signed-out.ts";
import { meQuery } from "../api/queries.ts";
import { useNoFormHistory } from "../local-copy/use-no-form-history.ts";
import { useLocalCopies } from "../local-copy/use-local-copies.ts";
import { shellText } from "../text/shell.ts";
import { useText } from "../text/text.ts";
import { Banner } from "./banner.tsx";
import { Loading } from "./error-view.tsx";
import { KeyMap } from "./key-map.tsx";
import { NewNote } from "./new-note.tsx";
import { Rail } from "./rail.tsx";
import { RecoveredNotice } from "./recovered-notice.tsx";
import { SearchContext } from "./search-context.ts";
import { SignedOut } from "./signed-out.tsx";
import { ToldNotice } from "./told-notice.tsx";
import { useIdleLock } from "./use-idle-lock.ts";
import { useKeys } from "./use-keys.ts";
import "./shell.css";

/** The layout of the rooms: banner on top, rail to the left, the room itself. */
export function Shell(): ReactNode {
  const t = useText(shellText);
  const me = useSuspenseQuery(meQuery).data;
  const [text, setText] = useState("");
  const [mapShown, setMapShown] = useState(false);
  const [keysOn, setKeysOn] = useState(true);
  const search = useMemo(() => ({ text, setText }), [text]);
  const showMap = useCallback(() => setMapShown(true), []);
  const hideMap = useCallback(() => setMapShown(false), []);
  const [noting, setNoting] = useState(false);
  const out = useSyncExternalStore(signedOutState.subscribe, signedOutState.get) !== undefined;
  const writes = me.actions.includes("akt.write");
  const newNote = useCallback(() => setNoting(writes), [writes]);
  const endNoting = useCallback(() => setNoting(false), []);
  useKeys(keysOn && !out, showMap, newNote);
  useLocalCopies(me.staff);
  useIdleLock();
  useCleanPaste();
  useNoFormHistory();
  return (
    <SearchContext value={search}>
      <a className="skip-link" href="#content">
        {t("skip")}
      </a>
      <Banner simulatedToday={me.board.simulatedToday} />
      <SignedOut />
      {/* Nothing of the page is shown to whoever is not signed in; what was being written stays in it. */}
      <div className="layout" hidden={out}>
        <Rail onShowKeys={showMap} />
        <main id="content" className="room" tabIndex={-1}>
          <RecoveredNotice />
          <ToldNotice />
          <Suspense fallback={<Loading />}>
            <Outlet />
          </Suspense>
        </main>
      </div>
      {mapShown && !out ? <KeyMap on={keysOn} onSwitch={setKeysOn} onClose={hideMap} /> : null}
      {noting && !out ? <NewNote onClose={endNoting} /> : null}
    </SearchContext>
  );
}
