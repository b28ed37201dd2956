import type { ReactNode } from "react";
import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { type Me, meQuery } from "../../api/queries.ts";
import { signedOutState } from "../../api/signed-out.ts";
import { Filling } from "../setup/filling.tsx";
import { BarePage } from "../../shell/bare-page.tsx";
import { openFiles } from "../../shell/open-files.ts";
import { told } from "../../api/told.ts";
import { SignInForm } from "../../shell/sign-in-form.tsx";
import { useSearchText } from "../../shell/use-address.ts";
import { entryText } from "../../text/entry.ts";
import { useText } from "../../text/text.ts";
import "./sign-in.css";
import { isOwnPath } from "./own-path.ts";

/** Signs in and goes on to where one was heading. */
export function Page(): ReactNode {
  const t = useText(entryText);
  const client = useQueryClient();
  const router = useRouter();
  const after = useSearchText("after");
  function goOn(me: Me): void {
    client.clear();
    openFiles.clear();
    told.clear();
    signedOutState.set(undefined);
    client.setQueryData(meQuery.queryKey, me);
    router.history.push(isOwnPath(after) ? after : "/");
  }
  return (
    <BarePage>
      <h1 tabIndex={-1}>{t("signIn")}</h1>
      <p className="entry-lead">{t("signInLead")}</p>
      <SignInForm onSignedIn={goOn} />
      <Filling />
    </BarePage>
  );
}
