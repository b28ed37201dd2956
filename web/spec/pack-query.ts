import { queryOptions } from "@tanstack/react-query";
import type { Pack } from "../../src/spec/types.ts";
import { call } from "../api/client.ts";
import { endpoints } from "../api/endpoints.ts";

/** A pack never changes under its digest, so it is read once; `current` follows the installation. */
export function packQuery(digest: string) {
  return queryOptions({
    queryKey: ["pack", digest],
    queryFn: async ({ client }) => {
      const answer = await call(endpoints.readSpec, { params: { digest } });
      const pack = parsePack(answer.pack);
      // The current one is known by its digest too: a draft names it so.
      if (digest !== answer.digest) client.setQueryData(["pack", answer.digest], pack);
      return pack;
    },
    staleTime: Infinity,
  });
}

/** The server has checked the pack before it was installed. */
function parsePack(json: unknown): Pack {
  return json as Pack;
}
