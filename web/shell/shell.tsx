import type { ReactNode } from "react";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Outlet, useNavigate } from "@tanstack/react-router";
import { Suspense, useCallback, useMemo, useState, useSyncExternalStore } from "react";
import { isBrowsersUndo, useOneHistory, useUndo } from "../drafts/use-undo.ts";
import { useCleanPaste } from "../paste/use-clean-paste.ts";
import { signedOutState } from "../api/signed-out.ts";
import { meQuery } from "../api/queries.ts";
import { useNoFormHistory } from "../local-copy/use-no-form-history.ts";
import { useLocalCopies } from "../local-copy/use-local-copies.ts";
import { paths } from "../paths.ts";
import { shellText } from "../text/shell.ts";
import { useText } from "../text/text.ts";
import { Banner } from "./banner.tsx";
import { Loading } from "./error-view.tsx";
import { KeyMap } from "./key-map.tsx";
import { NewNote } from "./new-note.tsx";
import { Rail } from "./rail.tsx";
import { RecoveredNotice } from "./recovered-notice.tsx";
import { searchBoxId } from "./search-box.tsx";
import { SearchContext } from "./search-context.ts";
import { SignedOut } from "./signed-out.tsx";
import { ToldNotice } from "./told-notice.tsx";
import { UndoStatus } from "./undo-status.tsx";
import { useIdleLock } from "./use-idle-lock.ts";
import { type KeyCommands, moveRow, useKeys } from "./use-keys.ts";
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
  const newNote = useCallback(() => setNoting(true), []);
  const endNoting = useCallback(() => setNoting(false), []);
  const undo = useUndo();
  const commands = useCommands({ showMap, newNote, undo, writes });
  useKeys(out ? noCommands : commands, keysOn);
  useOneHistory(undo);
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
      <UndoStatus />
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
      {mapShown && !out ? (
        <KeyMap commands={commands} on={keysOn} onSwitch={setKeysOn} onClose={hideMap} />
      ) : null}
      {noting && !out ? <NewNote onClose={endNoting} /> : null}
    </SearchContext>
  );
}

const noCommands: KeyCommands = {};

/** What the keys of every page do. */
function useCommands({
  showMap,
  newNote,
  undo,
  writes,
}: {
  readonly showMap: () => void;
  readonly newNote: () => void;
  readonly undo: (which: "undo" | "redo") => void;
  readonly writes: boolean;
}): KeyCommands {
  const navigate = useNavigate();
  return useMemo(() => {
    const takeBack = (which: "undo" | "redo") => (event: KeyboardEvent) => {
      if (isBrowsersUndo(event.target)) return false;
      undo(which);
      return true;
    };
    return {
      search: () => document.getElementById(searchBoxId)?.focus(),
      ...(writes ? { report: () => void navigate(paths.receive), note: newNote } : {}),
      next: () => moveRow(1),
      previous: () => moveRow(-1),
      map: showMap,
      undo: takeBack("undo"),
      redo: takeBack("redo"),
    };
  }, [navigate, showMap, newNote, undo, writes]);
}
