import { queryOptions } from "@tanstack/react-query";
import { call } from "./client.ts";
import { endpoints } from "./endpoints.ts";

/** Where the lists of the page of destruction go on. */
export interface RetentionPlace {
  readonly from?: string;
  readonly after?: string;
  readonly item?: number;
}

/** What is to be destroyed and what is held back: the first page of its lists, or a later one. */
export function retentionQuery(place: RetentionPlace = {}) {
  const { from, after, item } = place;
  return queryOptions({
    queryKey: ["retention", "list", from ?? "", after ?? "", item ?? 0],
    queryFn: () => call(endpoints.readRetention, { query: place }),
  });
}

/** The protocol of a destruction run. */
export function protocolQuery(run: string) {
  return queryOptions({
    queryKey: ["retention", run],
    queryFn: () => call(endpoints.readProtocol, { params: { run } }),
  });
}
