import { Outlet } from "@tanstack/react-router";
import { useHeadingFocus, useRoomTitle } from "./use-room.ts";

/** Around every room: the title of the window and where the focus goes. */
export function RootFrame() {
  useRoomTitle();
  useHeadingFocus();
  return <Outlet />;
}
