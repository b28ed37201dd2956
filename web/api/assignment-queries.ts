import { queryOptions } from "@tanstack/react-query";
import { call } from "./client.ts";
import { endpoints } from "./endpoints.ts";

/** The assignments that are linked to whoever is signed in. */
export function assignmentsQuery() {
  return queryOptions({
    queryKey: ["assignments"],
    queryFn: () => call(endpoints.listAssignments),
  });
}

/** One of them, with its documents. */
export function assignmentQuery(akt: string, measure: string) {
  return queryOptions({
    queryKey: ["assignments", akt, measure],
    queryFn: () => call(endpoints.readAssignment, { params: { akt, measure } }),
  });
}
