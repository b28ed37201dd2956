import type { ReactNode } from "react";
import { Filling } from "../setup/filling.tsx";
import { BarePage } from "../../shell/bare-page.tsx";
import { SignInForm } from "../../shell/sign-in-form.tsx";
import { useSearchText } from "../../shell/use-address.ts";
import { entryText } from "../../text/entry.ts";
import { useText } from "../../text/text.ts";
import "./sign-in.css";
import { useEnter } from "./use-enter.ts";

/** Signs in and goes on to where one was heading. */
export function Page(): ReactNode {
  const t = useText(entryText);
  const after = useSearchText("after");
  const enter = useEnter();
  return (
    <BarePage>
      <h1 tabIndex={-1}>{t("signIn")}</h1>
      <p className="entry-lead">{t("signInLead")}</p>
      <SignInForm onSignedIn={(me) => enter(me, after)} />
      <Filling />
    </BarePage>
  );
}
