import type { ReactNode } from "react";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Outlet, useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { isBrowsersUndo, useOneHistory, useUndo } from "../drafts/use-undo.ts";
import { useCleanCopy } from "../paste/use-clean-copy.ts";
import { useCleanPaste } from "../paste/use-clean-paste.ts";
import { stepUpState } from "../api/step-up.ts";
import { signedOutState } from "../api/signed-out.ts";
import { meQuery } from "../api/queries.ts";
import { useNoFormHistory } from "../local-copy/use-no-form-history.ts";
import { useLocalCopies } from "../local-copy/use-local-copies.ts";
import { paths } from "../paths.ts";
import { selectNextToFill } from "../phrases/put-phrase.ts";
import { usePhraseKeys } from "../phrases/use-phrase-keys.ts";
import { shellText } from "../text/shell.ts";
import { useText } from "../text/text.ts";
import { Banner } from "./banner.tsx";
import { Loading } from "./error-view.tsx";
import { KeyMap } from "./key-map.tsx";
import { NewNote } from "./new-note.tsx";
import { PrintedLine } from "./printed-line.tsx";
import { Rail } from "./rail.tsx";
import { RecoveredNotice } from "./recovered-notice.tsx";
import { searchBoxId } from "./search-box.tsx";
import { SearchContext } from "./search-context.ts";
import { hidePanel, showPanel, shownPanel } from "./shown-panel.ts";
import { SignedOut } from "./signed-out.tsx";
import { ToldNotice } from "./told-notice.tsx";
import { UndoStatus } from "./undo-status.tsx";
import { useAddress } from "./use-address.ts";
import { useIdleLock } from "./use-idle-lock.ts";
import { useKeptFocus } from "./use-kept-focus.ts";
import { type KeyCommands, moveRow, useKeys } from "./use-keys.ts";
import { usePlainKeys } from "./use-plain-keys.ts";
import { useQuietKeys } from "./use-quiet-keys.ts";
import "./shell.css";

/** The layout of the rooms: banner on top, rail to the left, the room itself. */
export function Shell(): ReactNode {
  const t = useText(shellText);
  const me = useSuspenseQuery(meQuery).data;
  const [text, setText] = useState("");
  const [keysOn, setKeysOn] = usePlainKeys();
  const search = useMemo(() => ({ text, setText }), [text]);
  const out = useSyncExternalStore(signedOutState.subscribe, signedOutState.get) !== undefined;
  const asked = useSyncExternalStore(stepUpState.subscribe, stepUpState.get) !== undefined;
  const writes = me.actions.includes("akt.write");
  const drafts = me.actions.includes("draft.write");
  const { akt } = useAddress();
  const undo = useUndo();
  const commands = useCommands({ undo, writes, drafts, inFile: akt !== "" });
  useKeys(out ? noCommands : commands, keysOn);
  useOneHistory(undo);
  useLocalCopies(me.staff);
  useIdleLock();
  useQuietKeys();
  useCleanPaste();
  useCleanCopy();
  usePhraseKeys(drafts && !out);
  useNoFormHistory();
  useKeptFocus();
  useEffect(() => hidePanel, []);
  return (
    <SearchContext value={search}>
      <a className="skip-link" href="#content">
        {t("skip")}
      </a>
      {me.board.synthetic ? <Banner simulatedToday={me.board.simulatedToday} /> : null}
      <SignedOut />
      {asked ? (
        <Suspense>
          <StepUpDialog />
        </Suspense>
      ) : null}
      <UndoStatus />
      {out ? null : <PrintedLine />}
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
      {out ? null : (
        <Suspense>
          <Panel akt={akt} commands={commands} keysOn={keysOn} onSwitchKeys={setKeysOn} />
        </Suspense>
      )}
    </SearchContext>
  );
}

const noCommands: KeyCommands = {};

/** Panels that bring much along are fetched when they are first opened. */
const FindPanel = lazy(async () => {
  const { FindPanel: component } = await import("../find/find-panel.tsx");
  return { default: component };
});
const Palette = lazy(async () => {
  const { Palette: component } = await import("./palette.tsx");
  return { default: component };
});

const StepUpDialog = lazy(async () => {
  const { StepUpDialog: component } = await import("./step-up-dialog.tsx");
  return { default: component };
});

const PhrasesPanel = lazy(async () => {
  const { PhrasesPanel: component } = await import("../phrases/phrases-panel.tsx");
  return { default: component };
});

const showMap = (): void => showPanel("map");

interface PanelProps {
  readonly akt: string;
  readonly commands: KeyCommands;
  readonly keysOn: boolean;
  readonly onSwitchKeys: (on: boolean) => void;
}

/** The panel of the page that is open, if any. */
function Panel({ akt, commands, keysOn, onSwitchKeys }: PanelProps): ReactNode {
  const shown = useSyncExternalStore(shownPanel.subscribe, shownPanel.get);
  if (shown === "map") {
    return <KeyMap commands={commands} on={keysOn} onSwitch={onSwitchKeys} onClose={hidePanel} />;
  }
  if (shown === "note") return <NewNote onClose={hidePanel} />;
  if (shown === "phrases") return <PhrasesPanel onClose={hidePanel} />;
  if (shown === "palette") return <Palette akt={akt} />;
  // Another file is another search: what was found of one child never stands beside another.
  if (shown === "find" && akt !== "") return <FindPanel key={akt} akt={akt} onClose={hidePanel} />;
  return null;
}

/** What the keys of every page do. */
function useCommands({
  undo,
  writes,
  drafts,
  inFile,
}: {
  readonly undo: (which: "undo" | "redo") => void;
  readonly writes: boolean;
  readonly drafts: boolean;
  readonly inFile: boolean;
}): KeyCommands {
  const navigate = useNavigate();
  return useMemo(() => {
    const takeBack = (which: "undo" | "redo") => (event: KeyboardEvent) => {
      if (isBrowsersUndo(event.target)) return false;
      undo(which);
      return true;
    };
    return {
      palette: () => showPanel("palette"),
      search: () => document.getElementById(searchBoxId)?.focus(),
      ...(inFile ? { find: () => showPanel("find") } : {}),
      ...(writes
        ? { report: () => void navigate(paths.receive), note: () => showPanel("note") }
        : {}),
      next: () => moveRow(1),
      previous: () => moveRow(-1),
      map: showMap,
      ...(drafts ? { fill: selectNextToFill } : {}),
      undo: takeBack("undo"),
      redo: takeBack("redo"),
    };
  }, [navigate, undo, writes, drafts, inFile]);
}
