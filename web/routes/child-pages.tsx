import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { childRoute } from "./frame.tsx";

/** The pages of one child, under its name. */
export const childPages = [
  createRoute({
    getParentRoute: () => childRoute,
    path: "/",
    staticData: { title: "child" },
    component: lazyRouteComponent(() => import("../pages/child/page.tsx"), "Page"),
  }),
  createRoute({
    getParentRoute: () => childRoute,
    path: "/network",
    staticData: { title: "network" },
    component: lazyRouteComponent(() => import("../pages/network/page.tsx"), "Page"),
  }),
  createRoute({
    getParentRoute: () => childRoute,
    path: "/accesses",
    staticData: { title: "accesses" },
    component: lazyRouteComponent(() => import("../pages/accesses/page.tsx"), "Page"),
  }),
  createRoute({
    getParentRoute: () => childRoute,
    path: "/reach",
    staticData: { title: "reach" },
    component: lazyRouteComponent(() => import("../pages/reach/page.tsx"), "Page"),
  }),
  createRoute({
    getParentRoute: () => childRoute,
    path: "/disclosures",
    staticData: { title: "disclosures" },
    component: lazyRouteComponent(() => import("../pages/disclosure/page.tsx"), "Page"),
  }),
  createRoute({
    getParentRoute: () => childRoute,
    path: "/disclosures/$disclosure",
    staticData: { title: "disclosures" },
    component: lazyRouteComponent(() => import("../pages/disclosure/one-page.tsx"), "Page"),
  }),
  createRoute({
    getParentRoute: () => childRoute,
    path: "/siblings",
    staticData: { title: "siblings" },
    component: lazyRouteComponent(() => import("../pages/siblings/page.tsx"), "Page"),
  }),
  createRoute({
    getParentRoute: () => childRoute,
    path: "/$matter/act/$command",
    staticData: { title: "act" },
    validateSearch: (search: Record<string, unknown>): { about?: string } =>
      typeof search["about"] === "string" ? { about: search["about"] } : {},
    component: lazyRouteComponent(() => import("../pages/act/page.tsx"), "Page"),
  }),
  createRoute({
    getParentRoute: () => childRoute,
    path: "/basic-data/$person",
    staticData: { title: "basicData" },
    component: lazyRouteComponent(() => import("../pages/basic-data/page.tsx"), "Page"),
  }),
  createRoute({
    getParentRoute: () => childRoute,
    path: "/protection/$person",
    staticData: { title: "protection" },
    component: lazyRouteComponent(() => import("../pages/protection/page.tsx"), "Page"),
  }),
  createRoute({
    getParentRoute: () => childRoute,
    path: "/$matter/handover",
    staticData: { title: "handover" },
    component: lazyRouteComponent(() => import("../pages/handover/page.tsx"), "Page"),
  }),
  createRoute({
    getParentRoute: () => childRoute,
    path: "/$matter/letter",
    staticData: { title: "letter" },
    component: lazyRouteComponent(() => import("../pages/letter/page.tsx"), "Page"),
  }),
  createRoute({
    getParentRoute: () => childRoute,
    path: "/$matter/received",
    staticData: { title: "act" },
    component: lazyRouteComponent(() => import("../pages/received/page.tsx"), "Page"),
  }),
  createRoute({
    getParentRoute: () => childRoute,
    path: "/$matter/document/$document",
    staticData: { title: "document" },
    component: lazyRouteComponent(() => import("../pages/document/page.tsx"), "Page"),
  }),
] as const;
