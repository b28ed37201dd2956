import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useSyncExternalStore } from "react";
import { childQuery, myDayQuery } from "../api/queries.ts";
import { PersonLabel } from "../components/person-label/person-label.tsx";
import { SidePanel } from "../components/side-panel/side-panel.tsx";
import { paths } from "../paths.ts";
import { shellText } from "../text/shell.ts";
import { useText } from "../text/text.ts";
import { childrenAtHand, type ChildAtHand } from "./children-at-hand.ts";
import { openFiles } from "./open-files.ts";
import { useAddress } from "./use-address.ts";

const NOTE = "note.sign";
/** Where the text of the note is written. */
const NOTE_TEXT = "f-text";
/** Long enough for a slow answer; later the user has moved on. */
const waitMs = 5000;

/** Whoever asked for a note by key wants to write: the text has the focus as soon as it shows. */
function focusWhenShown(id: string): void {
  const until = performance.now() + waitMs;
  const look = (): void => {
    const field = document.getElementById(id);
    if (field !== null) field.focus();
    else if (performance.now() < until) requestAnimationFrame(look);
  };
  look();
}

/** Whom the new note is about: a digit, or a click, opens it in the child's running matter. */
export function NewNote({ onClose }: { readonly onClose: () => void }) {
  const t = useText(shellText);
  const client = useQueryClient();
  const navigate = useNavigate();
  const { akt } = useAddress();
  const files = useSyncExternalStore(openFiles.subscribe, openFiles.get);
  const day = useQuery(myDayQuery("mine")).data;
  const due = day?.groups.flatMap((group) => group.clocks) ?? [];
  const children = childrenAtHand(akt, files, due);
  async function choose({ akt: chosen }: ChildAtHand): Promise<void> {
    onClose();
    const { matters } = await client.ensureQueryData(childQuery(chosen));
    const running = matters.find(({ closedOn }) => closedOn === null);
    if (running === undefined) await navigate(paths.child(chosen));
    else {
      await navigate(paths.act(chosen, running.matter, NOTE));
      focusWhenShown(NOTE_TEXT);
    }
  }
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      // A digit is a command here only: where the focus has left the panel it is nobody's.
      if (event.ctrlKey || event.metaKey || event.altKey || !isInPanel(event.target)) return;
      const child = children[Number(event.key) - 1];
      if (child === undefined) return;
      event.preventDefault();
      void choose(child);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  });
  return (
    <SidePanel title={t("newNote")} onClose={onClose}>
      <p className="quiet">{t(children.length === 0 ? "newNoteNobody" : "newNoteLead")}</p>
      <ol className="new-note-list">
        {children.map((child, at) => (
          <li key={child.akt}>
            <button type="button" className="plain" onClick={() => void choose(child)}>
              <kbd aria-hidden="true">{at + 1}</kbd> <PersonLabel person={child.child} />
            </button>
          </li>
        ))}
      </ol>
    </SidePanel>
  );
}

function isInPanel(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(".side-panel") !== null;
}
