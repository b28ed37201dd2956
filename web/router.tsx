import type { QueryClient } from "@tanstack/react-query";
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from "@tanstack/react-router";
import { call, RefusedError } from "./api/client.ts";
import { endpoints } from "./api/endpoints.ts";
import { meQuery } from "./api/queries.ts";
import { parseQuestion, type QuestionSearch } from "./pages/followup/question-search.ts";
import { paths } from "./paths.ts";
import { ChildFrame } from "./shell/child-frame.tsx";
import { ErrorView, Loading, NotFound } from "./shell/error-view.tsx";
import { RootFrame } from "./shell/root-frame.tsx";
import { Shell } from "./shell/shell.tsx";
import type { RoomTitle } from "./shell/use-room.ts";

interface RouterContext {
  readonly queryClient: QueryClient;
}

declare module "@tanstack/react-router" {
  interface StaticDataRouteOption {
    /** The name of the room, for the title of the window: never a name of a person. */
    readonly title?: RoomTitle;
  }
  interface Register {
    readonly router: ReturnType<typeof makeRouter>;
  }
}

const rootRoute = createRootRouteWithContext<RouterContext>()({
  component: RootFrame,
  notFoundComponent: NotFound,
});

/** Nobody gets into the rooms without a session; an empty installation is set up first. */
async function requireSession(queryClient: QueryClient, address: string): Promise<void> {
  try {
    await queryClient.ensureQueryData(meQuery);
  } catch (error) {
    if (!(error instanceof RefusedError) || error.status !== 401) throw error;
    const setup = await call(endpoints.readSetup, {});
    throw setup.needsSetup
      ? redirect({ to: "/setup" })
      : redirect({ to: "/sign-in", search: address === "/" ? {} : { after: address } });
  }
}

/** Those who work with no matters have no day of their own here: they begin where they are told what they can do. */
async function startElsewhere(queryClient: QueryClient): Promise<void> {
  const me = await queryClient.ensureQueryData(meQuery);
  if (!me.actions.includes("akt.read")) throw redirect({ ...paths.start });
}

const roomsRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: "rooms",
  beforeLoad: ({ context, location }) => requireSession(context.queryClient, location.href),
  component: Shell,
});

const childRoute = createRoute({
  getParentRoute: () => roomsRoute,
  path: "/child/$akt",
  component: ChildFrame,
});

const followupRoute = createRoute({
  getParentRoute: () => roomsRoute,
  path: "/followup",
  staticData: { title: "followup" },
  component: lazyRouteComponent(() => import("./pages/followup/frame.tsx"), "Frame"),
});

/** The pages of follow-up. A question stands in its address, so that it can be kept and passed on. */
const followupPages = [
  createRoute({
    getParentRoute: () => followupRoute,
    path: "/",
    component: lazyRouteComponent(() => import("./pages/followup/overview/page.tsx"), "Page"),
  }),
  createRoute({
    getParentRoute: () => followupRoute,
    path: "/question",
    staticData: { title: "followupQuestion" },
    validateSearch: (search: Record<string, unknown>): QuestionSearch => parseQuestion(search),
    component: lazyRouteComponent(() => import("./pages/followup/question/page.tsx"), "Page"),
  }),
  createRoute({
    getParentRoute: () => followupRoute,
    path: "/variables",
    staticData: { title: "followupVariables" },
    validateSearch: (search: Record<string, unknown>): { variable?: string } =>
      typeof search["variable"] === "string" ? { variable: search["variable"] } : {},
    component: lazyRouteComponent(() => import("./pages/followup/variables/page.tsx"), "Page"),
  }),
  createRoute({
    getParentRoute: () => followupRoute,
    path: "/reports",
    staticData: { title: "followupReports" },
    component: lazyRouteComponent(() => import("./pages/followup/reports/page.tsx"), "Page"),
  }),
] as const;

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
      path: "/staffing",
      staticData: { title: "staffing" },
      component: lazyRouteComponent(() => import("./pages/staffing/page.tsx"), "Page"),
    }),
    createRoute({
      getParentRoute: () => roomsRoute,
      path: "/glass",
      staticData: { title: "glass" },
      component: lazyRouteComponent(() => import("./pages/glass/page.tsx"), "Page"),
    }),
    followupRoute.addChildren(followupPages),
    childRoute.addChildren([
      createRoute({
        getParentRoute: () => childRoute,
        path: "/",
        staticData: { title: "child" },
        component: lazyRouteComponent(() => import("./pages/child/page.tsx"), "Page"),
      }),
      createRoute({
        getParentRoute: () => childRoute,
        path: "/network",
        staticData: { title: "network" },
        component: lazyRouteComponent(() => import("./pages/network/page.tsx"), "Page"),
      }),
      createRoute({
        getParentRoute: () => childRoute,
        path: "/accesses",
        staticData: { title: "accesses" },
        component: lazyRouteComponent(() => import("./pages/accesses/page.tsx"), "Page"),
      }),
      createRoute({
        getParentRoute: () => childRoute,
        path: "/disclosures",
        staticData: { title: "disclosures" },
        component: lazyRouteComponent(() => import("./pages/disclosure/page.tsx"), "Page"),
      }),
      createRoute({
        getParentRoute: () => childRoute,
        path: "/disclosures/$disclosure",
        staticData: { title: "disclosures" },
        component: lazyRouteComponent(() => import("./pages/disclosure/one-page.tsx"), "Page"),
      }),
      createRoute({
        getParentRoute: () => childRoute,
        path: "/siblings",
        staticData: { title: "siblings" },
        component: lazyRouteComponent(() => import("./pages/siblings/page.tsx"), "Page"),
      }),
      createRoute({
        getParentRoute: () => childRoute,
        path: "/$matter/act/$command",
        staticData: { title: "act" },
        validateSearch: (search: Record<string, unknown>): { about?: string } =>
          typeof search["about"] === "string" ? { about: search["about"] } : {},
        component: lazyRouteComponent(() => import("./pages/act/page.tsx"), "Page"),
      }),
      createRoute({
        getParentRoute: () => childRoute,
        path: "/basic-data/$person",
        staticData: { title: "basicData" },
        component: lazyRouteComponent(() => import("./pages/basic-data/page.tsx"), "Page"),
      }),
      createRoute({
        getParentRoute: () => childRoute,
        path: "/$matter/handover",
        staticData: { title: "handover" },
        component: lazyRouteComponent(() => import("./pages/handover/page.tsx"), "Page"),
      }),
      createRoute({
        getParentRoute: () => childRoute,
        path: "/$matter/letter",
        staticData: { title: "letter" },
        component: lazyRouteComponent(() => import("./pages/letter/page.tsx"), "Page"),
      }),
      createRoute({
        getParentRoute: () => childRoute,
        path: "/$matter/received",
        staticData: { title: "act" },
        component: lazyRouteComponent(() => import("./pages/received/page.tsx"), "Page"),
      }),
      createRoute({
        getParentRoute: () => childRoute,
        path: "/$matter/document/$document",
        staticData: { title: "document" },
        component: lazyRouteComponent(() => import("./pages/document/page.tsx"), "Page"),
      }),
    ]),
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
