import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { type Me, meQuery } from "../api/queries.ts";
import { signedOutState } from "../api/signed-out.ts";
import { told } from "../api/told.ts";
import { openFiles } from "./open-files.ts";

/** Goes in after signing in, to where one was heading; nothing of whoever was here before is left. */
export function useEnter(): (me: Me, after: string) => void {
  const client = useQueryClient();
  const router = useRouter();
  return (me, after) => {
    client.clear();
    openFiles.clear();
    told.clear();
    signedOutState.set(undefined);
    client.setQueryData(meQuery.queryKey, me);
    router.history.push(isOwnPath(after) ? after : "/");
  };
}

/** Only a path of this page is gone to, never another site. */
function isOwnPath(path: string): boolean {
  return /^\/(?![/\\])/u.test(path);
}
