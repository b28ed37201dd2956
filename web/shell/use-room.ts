import { useRouterState } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { shellText } from "../text/shell.ts";
import { useText } from "../text/text.ts";

export type RoomTitle =
  | "myDay"
  | "receive"
  | "unit"
  | "followup"
  | "search"
  | "child"
  | "act"
  | "document"
  | "examples"
  | "signIn"
  | "setup";

/** The title of the window is the name of the room, never of a person. */
export function useRoomTitle(): void {
  const t = useText(shellText);
  const room = useRouterState({
    select: (state) => state.matches.findLast((match) => match.staticData.title)?.staticData.title,
  });
  useEffect(() => {
    document.title = room === undefined ? t("product") : `${t(room)} – ${t("product")}`;
  }, [room, t]);
}

/** After a change of room the focus goes to its heading, as soon as there is one; the first page keeps its focus. */
export function useHeadingFocus(): void {
  const pathname = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const before = useRef<string>(undefined);
  useEffect(() => {
    const first = before.current === undefined;
    const same = before.current === pathname;
    before.current = pathname;
    if (first || same || pathname === undefined) return undefined;
    return whenHeadingIsThere((heading) => heading.focus({ preventScroll: true }));
  }, [pathname]);
}

/** Long enough for a slow answer; later the user has moved on. */
const waitMs = 5000;

function whenHeadingIsThere(then: (heading: HTMLElement) => void): () => void {
  const found = document.querySelector("h1");
  if (found !== null) {
    then(found);
    return () => undefined;
  }
  const observer = new MutationObserver(() => {
    const heading = document.querySelector("h1");
    if (heading === null) return;
    observer.disconnect();
    then(heading);
  });
  observer.observe(document.body, { childList: true, subtree: true });
  const timer = setTimeout(() => observer.disconnect(), waitMs);
  return () => {
    clearTimeout(timer);
    observer.disconnect();
  };
}
