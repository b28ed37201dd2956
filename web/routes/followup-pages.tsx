import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { parseQuestion, type QuestionSearch } from "../pages/followup/question-search.ts";
import { followupRoute } from "./frame.tsx";

/** The pages of follow-up. A question stands in its address, so that it can be kept and passed on. */
export const followupPages = [
  createRoute({
    getParentRoute: () => followupRoute,
    path: "/",
    component: lazyRouteComponent(() => import("../pages/followup/overview/page.tsx"), "Page"),
  }),
  createRoute({
    getParentRoute: () => followupRoute,
    path: "/question",
    staticData: { title: "followupQuestion" },
    validateSearch: (search: Record<string, unknown>): QuestionSearch => parseQuestion(search),
    component: lazyRouteComponent(() => import("../pages/followup/question/page.tsx"), "Page"),
  }),
  createRoute({
    getParentRoute: () => followupRoute,
    path: "/variables",
    staticData: { title: "followupVariables" },
    validateSearch: (search: Record<string, unknown>): { variable?: string } =>
      typeof search["variable"] === "string" ? { variable: search["variable"] } : {},
    component: lazyRouteComponent(() => import("../pages/followup/variables/page.tsx"), "Page"),
  }),
  createRoute({
    getParentRoute: () => followupRoute,
    path: "/reports",
    staticData: { title: "followupReports" },
    component: lazyRouteComponent(() => import("../pages/followup/reports/page.tsx"), "Page"),
  }),
] as const;
