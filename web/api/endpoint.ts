import type { Route } from "../../src/contract/route.ts";
import type { Endpoint } from "./client.ts";

/** A route that reads, by its path; the type says which. */
export function get<R extends Route>(path: string): Endpoint<R> {
  return { method: "GET", path };
}

/** A route that changes something. */
export function post<R extends Route>(path: string): Endpoint<R> {
  return { method: "POST", path };
}
