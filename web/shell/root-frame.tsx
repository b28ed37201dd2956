import type { ReactNode } from "react";
import { Outlet } from "@tanstack/react-router";
import { useHeadingFocus, useRoomTitle } from "./use-room.ts";

/** Around every room: the title of the window and where the focus goes. */
export function RootFrame(): ReactNode {
  useRoomTitle();
  useHeadingFocus();
  return <Outlet />;
}
