import type { QueryClient } from "@tanstack/react-query";
import { createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { comeBack } from "./api/provider-answer.ts";
import { childPages } from "./routes/child-pages.tsx";
import { followupPages } from "./routes/followup-pages.tsx";
import {
  childRoute,
  followupRoute,
  roomsRoute,
  rootRoute,
  type RouterContext,
  startElsewhere,
} from "./routes/frame.tsx";
import { ErrorView, Loading } from "./shell/error-view.tsx";
import type { RoomTitle } from "./shell/use-room.ts";

declare module "@tanstack/react-router" {
  interface StaticDataRouteOption {
    /** The name of the room, for the title of the window: never a name of a person. */
    readonly title?: RoomTitle;
  }
  interface Register {
    readonly router: ReturnType<typeof makeRouter>;
  }
}

const routeTree = rootRoute.addChildren([
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/setup",
    staticData: { title: "setup" },
    component: lazyRouteComponent(() => import("./pages/setup/page.tsx"), "Page"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/sign-in",
    staticData: { title: "signIn" },
    validateSearch: (search: Record<string, unknown>): { after?: string } =>
      typeof search["after"] === "string" ? { after: search["after"] } : {},
    component: lazyRouteComponent(() => import("./pages/sign-in/page.tsx"), "Page"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: comeBack,
    staticData: { title: "signIn" },
    component: lazyRouteComponent(() => import("./pages/sign-in/provider.tsx"), "Page"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/examples",
    staticData: { title: "examples" },
    component: lazyRouteComponent(() => import("./pages/examples/page.tsx"), "Page"),
  }),
  roomsRoute.addChildren([
    createRoute({
      getParentRoute: () => roomsRoute,
      path: "/",
      staticData: { title: "myDay" },
      beforeLoad: ({ context }: { readonly context: RouterContext }) =>
        startElsewhere(context.queryClient),
      component: lazyRouteComponent(() => import("./pages/my-day/page.tsx"), "Page"),
    }),
    createRoute({
      getParentRoute: () => roomsRoute,
      path: "/start",
      staticData: { title: "start" },
      component: lazyRouteComponent(() => import("./pages/start/page.tsx"), "Page"),
    }),
    createRoute({
      getParentRoute: () => roomsRoute,
      path: "/receive",
      staticData: { title: "receive" },
      beforeLoad: ({ context }: { readonly context: RouterContext }) =>
        startElsewhere(context.queryClient),
      validateSearch: (search: Record<string, unknown>): { draft?: string; what?: string } => ({
        ...(typeof search["draft"] === "string" ? { draft: search["draft"] } : {}),
        ...(search["what"] === "application" ? { what: "application" } : {}),
      }),
      component: lazyRouteComponent(() => import("./pages/intake/page.tsx"), "Page"),
    }),
    createRoute({
      getParentRoute: () => roomsRoute,
      path: "/search",
      staticData: { title: "search" },
      component: lazyRouteComponent(() => import("./pages/search/page.tsx"), "Page"),
    }),
    createRoute({
      getParentRoute: () => roomsRoute,
      path: "/accounts",
      staticData: { title: "accounts" },
      component: lazyRouteComponent(() => import("./pages/accounts/page.tsx"), "Page"),
    }),
    createRoute({
      getParentRoute: () => roomsRoute,
      path: "/assignments/$akt/$measure",
      staticData: { title: "assignment" },
      component: lazyRouteComponent(() => import("./pages/assignment/page.tsx"), "Page"),
    }),
    createRoute({
      getParentRoute: () => roomsRoute,
      path: "/sign-ins",
      staticData: { title: "signIns" },
      component: lazyRouteComponent(() => import("./pages/sign-ins/page.tsx"), "Page"),
    }),
    createRoute({
      getParentRoute: () => roomsRoute,
      path: "/password",
      staticData: { title: "password" },
      component: lazyRouteComponent(() => import("./pages/password/page.tsx"), "Page"),
    }),
    createRoute({
      getParentRoute: () => roomsRoute,
      path: "/gaps",
      staticData: { title: "gaps" },
      component: lazyRouteComponent(() => import("./pages/gaps/page.tsx"), "Page"),
    }),
    createRoute({
      getParentRoute: () => roomsRoute,
      path: "/unit",
      staticData: { title: "unit" },
      component: lazyRouteComponent(() => import("./pages/unit/page.tsx"), "Page"),
    }),
    createRoute({
      getParentRoute: () => roomsRoute,
      path: "/unit/conference",
      staticData: { title: "conference" },
      component: lazyRouteComponent(() => import("./pages/conference/page.tsx"), "Page"),
    }),
    createRoute({
      getParentRoute: () => roomsRoute,
      path: "/incidents",
      staticData: { title: "incidents" },
      component: lazyRouteComponent(() => import("./pages/incidents/page.tsx"), "Page"),
    }),
    createRoute({
      getParentRoute: () => roomsRoute,
      path: "/staffing",
      staticData: { title: "staffing" },
      component: lazyRouteComponent(() => import("./pages/staffing/page.tsx"), "Page"),
    }),
    createRoute({
      getParentRoute: () => roomsRoute,
      path: "/retention",
      staticData: { title: "retention" },
      component: lazyRouteComponent(() => import("./pages/retention/page.tsx"), "Page"),
    }),
    createRoute({
      getParentRoute: () => roomsRoute,
      path: "/retention/$run",
      staticData: { title: "retention" },
      component: lazyRouteComponent(() => import("./pages/retention/protocol.tsx"), "Page"),
    }),
    createRoute({
      getParentRoute: () => roomsRoute,
      path: "/glass",
      staticData: { title: "glass" },
      component: lazyRouteComponent(() => import("./pages/glass/page.tsx"), "Page"),
    }),
    createRoute({
      getParentRoute: () => roomsRoute,
      path: "/log-review",
      staticData: { title: "logReview" },
      component: lazyRouteComponent(() => import("./pages/log-review/page.tsx"), "Page"),
    }),
    createRoute({
      getParentRoute: () => roomsRoute,
      path: "/log-review/$review",
      staticData: { title: "logReview" },
      component: lazyRouteComponent(() => import("./pages/log-review/review.tsx"), "Page"),
    }),
    followupRoute.addChildren(followupPages),
    childRoute.addChildren(childPages),
  ]),
]);

/** The router over all rooms; each room is loaded when it is first opened. */
export function makeRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    context: { queryClient },
    defaultPreload: "intent",
    defaultPreloadStaleTime: 0,
    defaultPendingMs: 300,
    defaultPendingComponent: Loading,
    defaultErrorComponent: ErrorView,
    scrollRestoration: true,
  });
}
