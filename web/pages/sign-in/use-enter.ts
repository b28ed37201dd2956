import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { type Me, meQuery } from "../../api/queries.ts";
import { signedOutState } from "../../api/signed-out.ts";
import { told } from "../../api/told.ts";
import { openFiles } from "../../shell/open-files.ts";
import { isOwnPath } from "./own-path.ts";

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
