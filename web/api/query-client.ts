import { QueryClient } from "@tanstack/react-query";
import { NoContactError } from "./client.ts";

const triesWithoutContact = 2;
const freshMs = 10_000;

/** Keeps what was read in memory only, and repeats a read only where the server did not answer. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: freshMs,
        retry: (count, error) => error instanceof NoContactError && count < triesWithoutContact,
      },
      mutations: { retry: false },
    },
  });
}
