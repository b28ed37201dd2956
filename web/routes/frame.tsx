import type { QueryClient } from "@tanstack/react-query";
import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  redirect,
} from "@tanstack/react-router";
import { RefusedError } from "../api/client.ts";
import { meQuery, setupQuery } from "../api/queries.ts";
import { paths } from "../paths.ts";
import { hasDay } from "../shell/has-day.ts";
import { ChildFrame } from "../shell/child-frame.tsx";
import { NotFound } from "../shell/error-view.tsx";
import { RootFrame } from "../shell/root-frame.tsx";
import { Shell } from "../shell/shell.tsx";

export interface RouterContext {
  readonly queryClient: QueryClient;
}

export const rootRoute = createRootRouteWithContext<RouterContext>()({
  component: RootFrame,
  notFoundComponent: NotFound,
});

/** Nobody gets into the rooms without a session; an empty installation is set up first. */
async function requireSession(queryClient: QueryClient, address: string): Promise<void> {
  try {
    const me = await queryClient.ensureQueryData(meQuery);
    // Nothing else is answered until there is a second factor.
    if (me.signIn.limited && !address.startsWith("/sign-ins")) throw redirect({ ...paths.signIns });
  } catch (error) {
    if (!(error instanceof RefusedError) || error.status !== 401) throw error;
    const setup = await queryClient.fetchQuery({ ...setupQuery, staleTime: 0 });
    throw setup.needsSetup
      ? redirect({ to: "/setup" })
      : redirect({ to: "/sign-in", search: address === "/" ? {} : { after: address } });
  }
}

/** Those who work with no matters have no day of their own here: they begin where they are told what they can do. */
export async function startElsewhere(queryClient: QueryClient): Promise<void> {
  const me = await queryClient.ensureQueryData(meQuery);
  if (hasDay(me.actions)) return;
  const may = (action: string): boolean => me.actions.includes(action);
  if (may("followup.read")) throw redirect({ ...paths.followup });
  throw redirect({ ...(may("log.review") ? paths.logReviews : paths.start) });
}

export const roomsRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: "rooms",
  beforeLoad: ({ context, location }) => requireSession(context.queryClient, location.href),
  component: Shell,
});

export const childRoute = createRoute({
  getParentRoute: () => roomsRoute,
  path: "/child/$akt",
  component: ChildFrame,
});

export const followupRoute = createRoute({
  getParentRoute: () => roomsRoute,
  path: "/followup",
  staticData: { title: "followup" },
  component: lazyRouteComponent(() => import("../pages/followup/frame.tsx"), "Frame"),
});
