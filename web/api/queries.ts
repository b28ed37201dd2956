import { queryOptions } from "@tanstack/react-query";
import { type AnswerOf, call } from "./client.ts";
import { endpoints } from "./endpoints.ts";
import type { readCatalogue } from "../../src/contract/followup/read-catalogue.ts";
import type { childPage } from "../../src/contract/views/child-page.ts";
import type { readSetup } from "../../src/contract/session/read-setup.ts";
import type { me } from "../../src/contract/session/sign-in.ts";
import type { z } from "zod";

export type Catalogue = AnswerOf<typeof readCatalogue>;
export type CatalogueVariable = Catalogue["variables"][number];
export type Me = z.output<typeof me>;
export type Setup = AnswerOf<typeof readSetup>;
export type ChildPageAnswer = AnswerOf<typeof childPage>;
export type MatterAnswer = ChildPageAnswer["matters"][number];

/** Who is signed in, and the day of the board. */
export const meQuery = queryOptions({
  queryKey: ["me"],
  queryFn: () => call(endpoints.readMe, {}),
  staleTime: 30_000,
});

/** Whether the installation is empty, and by which ways one signs in. Asked also without contact, to say so. */
export const setupQuery = queryOptions({
  queryKey: ["setup"],
  queryFn: () => call(endpoints.readSetup, {}),
  networkMode: "always",
  retry: false,
});

/** Staff and deciding bodies, for pickers. */
export const staffQuery = queryOptions({
  queryKey: ["staff"],
  queryFn: () => call(endpoints.listStaff, {}),
  staleTime: 60_000,
});

/** The phrases of whoever is signed in, and of the unit. */
export const phrasesQuery = queryOptions({
  queryKey: ["phrases"],
  queryFn: () => call(endpoints.listPhrases, {}),
  staleTime: 60_000,
});

/** Who is away and who stands in, for those who may say so. */
export const staffingQuery = queryOptions({
  queryKey: ["staffing"],
  queryFn: () => call(endpoints.readStaffing, {}),
});

/** One's own sign-ins and what one signs in with. */
export const signInsQuery = queryOptions({
  queryKey: ["sign-ins"],
  queryFn: () => call(endpoints.listSessions, {}),
});

/** Staff and accounts, for whoever runs them. */
export const accountsQuery = queryOptions({
  queryKey: ["accounts"],
  queryFn: () => call(endpoints.listAccounts, {}),
});

/** What was done to the roles of somebody of the staff. */
export function roleHistoryQuery(staff: string) {
  return queryOptions({
    queryKey: ["accounts", "roles", staff],
    queryFn: () => call(endpoints.listRoleHistory, { params: { staff } }),
  });
}

/** The child's page as the server tells it now. */
export function childQuery(akt: string) {
  return queryOptions({
    queryKey: ["child", akt],
    queryFn: () => call(endpoints.childPage, { params: { akt } }),
  });
}

/** The people around a child, with the days of their relations. */
export function networkQuery(akt: string) {
  return queryOptions({
    queryKey: ["network", akt],
    queryFn: () => call(endpoints.network, { params: { akt } }),
  });
}

/** The brothers and sisters of a child whose matters the reader works with. */
export function occasionsQuery(akt: string, matter: string) {
  return {
    queryKey: ["occasions", akt, matter],
    queryFn: () => call(endpoints.occasions, { params: { akt, matter } }),
  };
}

/** What opening an akt in an emergency asks for. */
export function glassOfferQuery() {
  return queryOptions({
    queryKey: ["glass-offer"],
    queryFn: () => call(endpoints.glassOffer),
  });
}

/** The checks of the access log. */
export function reviewsQuery() {
  return queryOptions({
    queryKey: ["log-reviews"],
    queryFn: () => call(endpoints.listReviews),
  });
}

/** One check of the access log with its rows. */
export function reviewQuery(review: string) {
  return queryOptions({
    queryKey: ["log-review", review],
    queryFn: () => call(endpoints.readReview, { params: { review } }),
  });
}

/** What was opened in an emergency. */
export function glassQuery() {
  return queryOptions({
    queryKey: ["glass"],
    queryFn: () => call(endpoints.listGlass),
  });
}

/** Who has looked at an akt or written in it. */
export function accessesQuery(akt: string) {
  return queryOptions({
    queryKey: ["accesses", akt],
    queryFn: () => call(endpoints.accesses, { params: { akt } }),
  });
}

/** What went wrong with data or systems, for those who see to it. */
export const incidentsQuery = queryOptions({
  queryKey: ["incidents"],
  queryFn: () => call(endpoints.listIncidents, {}),
});

/** Who reads an akt by name, and who is kept out of it. */
export function reachQuery(akt: string) {
  return queryOptions({
    queryKey: ["reach", akt],
    queryFn: () => call(endpoints.readReach, { params: { akt } }),
  });
}

/** What has been opened by name for the one who asks. */
export function openedQuery() {
  return queryOptions({ queryKey: ["opened"], queryFn: () => call(endpoints.listOpened, {}) });
}

/** The requests for documents of an akt. */
export function disclosuresQuery(akt: string) {
  return queryOptions({
    queryKey: ["disclosures", akt],
    queryFn: () => call(endpoints.listDisclosures, { params: { akt } }),
  });
}

/** One request, paragraph by paragraph. */
export function materialQuery(akt: string, disclosure: string) {
  return queryOptions({
    queryKey: ["disclosure", akt, disclosure],
    queryFn: () => call(endpoints.readMaterial, { params: { akt, disclosure } }),
  });
}

export function siblingsQuery(akt: string) {
  return queryOptions({
    queryKey: ["siblings", akt],
    queryFn: () => call(endpoints.siblings, { params: { akt } }),
  });
}

/** One matter on one page, for whoever takes it over. */
export function handoverQuery(akt: string, matter: string) {
  return queryOptions({
    queryKey: ["child", akt, "handover", matter],
    queryFn: () => call(endpoints.handover, { params: { akt, matter } }),
  });
}

/** The letters of an akt: those that can be written and those that were sent. */
export function lettersQuery(akt: string) {
  return queryOptions({
    queryKey: ["letters", akt],
    queryFn: () => call(endpoints.listLetters, { params: { akt } }),
  });
}

/** What is due, for me or for my unit: the first of each group, or all. */
export function myDayQuery(scope: "mine" | "unit", show: "first" | "all" = "first") {
  return queryOptions({
    queryKey: ["my-day", scope, show],
    queryFn: () => call(endpoints.myDay, { query: { scope, show } }),
  });
}

/** Documents that came in about a child. */
export function receivedQuery(akt: string) {
  return queryOptions({
    queryKey: ["received", akt],
    queryFn: () => call(endpoints.listReceived, { params: { akt } }),
  });
}

/** What the texts of a matter may cite. */
export function sourcesQuery(akt: string, matter: string) {
  return queryOptions({
    queryKey: ["sources", akt, matter],
    queryFn: () => call(endpoints.listSources, { params: { akt, matter } }),
    staleTime: 30_000,
  });
}

/** What stood in a field of a draft before: asked for anew each time, as it is written on. */
export function pastQuery(draft: string, path: string) {
  return queryOptions({
    queryKey: ["past", draft, path],
    queryFn: () => call(endpoints.listPast, { body: { draft, path } }),
    staleTime: 0,
    gcTime: 0,
  });
}

/** What earlier documents of the child say to the questions of a document. */
export function earlierQuery(akt: string, matter: string, document: string) {
  return queryOptions({
    queryKey: ["earlier", akt, matter, document],
    queryFn: () => call(endpoints.listEarlier, { params: { akt, matter, document } }),
    staleTime: 60_000,
  });
}

/** The variables of follow-up: what each means, where it comes from, how often it is filled in. */
export const catalogueQuery = queryOptions({
  queryKey: ["catalogue"],
  queryFn: () => call(endpoints.readCatalogue, {}),
});

/** The unit's matters, clocks and what waits for its manager. */
export const unitQuery = queryOptions({
  queryKey: ["unit"],
  queryFn: () => call(endpoints.unitClocks, {}),
});

/** What the unit carries and lacks, to plan by. */
export const unitPlanQuery = queryOptions({
  queryKey: ["unit", "plan"],
  queryFn: () => call(endpoints.unitPlan, {}),
});

/** How much of the starter set is answered, unit by unit. */
export const fillQuery = queryOptions({
  queryKey: ["fill"],
  queryFn: () => call(endpoints.readFill, {}),
});

/** What follow-up has no answer to in one's own matters. */
export const gapsQuery = queryOptions({
  queryKey: ["gaps"],
  queryFn: () => call(endpoints.myGaps, {}),
});

/** How a person is protected; asked for only on its page, because each look is logged. */
export function protectionQuery(person: string) {
  return queryOptions({
    queryKey: ["protection", person],
    queryFn: () => call(endpoints.readProtection, { params: { person } }),
  });
}

/** A person's basic data; asked for only when somebody wants to see it, because each look is logged. */
export function personQuery(person: string) {
  return queryOptions({
    queryKey: ["person", person],
    queryFn: () => call(endpoints.readPerson, { params: { person } }),
    staleTime: 30_000,
  });
}
