import { useRouterState } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { shellText } from "../text/shell.ts";
import { useText } from "../text/text.ts";

export type RoomTitle =
  | "myDay"
  | "start"
  | "receive"
  | "unit"
  | "conference"
  | "staffing"
  | "incidents"
  | "gaps"
  | "basicData"
  | "protection"
  | "followup"
  | "followupQuestion"
  | "followupVariables"
  | "followupReports"
  | "handover"
  | "network"
  | "siblings"
  | "accesses"
  | "assignment"
  | "disclosures"
  | "retention"
  | "accounts"
  | "glass"
  | "reach"
  | "logReview"
  | "signIns"
  | "search"
  | "child"
  | "act"
  | "document"
  | "letter"
  | "examples"
  | "password"
  | "signIn"
  | "setup";

/** The room that is shown; none for an address that is no room. */
export function useRoom(): RoomTitle | undefined {
  return useRouterState({
    select: (state) => state.matches.findLast((match) => match.staticData.title)?.staticData.title,
  });
}

/** The title of the window is the name of the room, never of a person. */
export function useRoomTitle(): void {
  const t = useText(shellText);
  const room = useRoom();
  useEffect(() => {
    document.title = room === undefined ? t("product") : `${t(room)} – ${t("product")}`;
  }, [room, t]);
}

/** After a change of room the focus goes to its heading, as soon as it shows; the first page keeps its focus. */
export function useHeadingFocus(): void {
  const pathname = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const before = useRef<string>(undefined);
  useEffect(() => {
    const first = before.current === undefined;
    const same = before.current === pathname;
    before.current = pathname;
    if (same || pathname === undefined) return undefined;
    return whenHeadingShows((heading) => {
      if (!first) heading.focus({ preventScroll: true });
    });
  }, [pathname]);
}

/** Long enough for a slow answer; later the user has moved on. */
const waitMs = 5000;

/** The heading that was last given the focus: the one of the room that is left. */
let left: { readonly heading: HTMLElement; readonly words: string | null } | undefined;

/** The heading of the new room, once it is seen: while a room is loaded the old one is still there, perhaps hidden. */
function newHeading(): HTMLElement | undefined {
  const headings = [...document.querySelectorAll<HTMLElement>("main h1")];
  return headings.find(
    (heading) =>
      heading.checkVisibility() &&
      (heading !== left?.heading || heading.textContent !== left.words),
  );
}

/** Tells of the new heading, unless the user has gone somewhere by then: their place is not taken from them. */
function whenHeadingShows(then: (heading: HTMLElement) => void): () => void {
  const place = document.activeElement;
  const observer = new MutationObserver(look);
  const timer = setTimeout(() => observer.disconnect(), waitMs);
  function stop(): void {
    clearTimeout(timer);
    observer.disconnect();
  }
  function look(): void {
    const heading = newHeading();
    if (heading === undefined) return;
    stop();
    left = { heading, words: heading.textContent };
    const now = document.activeElement;
    if (now === place || now === document.body) then(heading);
  }
  observer.observe(document.body, {
    childList: true,
    subtree: true,
    characterData: true,
    attributes: true,
    attributeFilter: ["style"],
  });
  look();
  return stop;
}
