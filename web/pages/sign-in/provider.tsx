import { Link } from "@tanstack/react-router";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { call } from "../../api/client.ts";
import { endpoints } from "../../api/endpoints.ts";
import { providerAnswer, type ProviderAnswer } from "../../api/provider-answer.ts";
import type { Me } from "../../api/queries.ts";
import { Notice } from "../../components/notice/notice.tsx";
import { BarePage } from "../../shell/bare-page.tsx";
import { tellShown } from "../../shell/provider-window.ts";
import { SecondStep } from "../../shell/second-step.tsx";
import { type NextStep, useWordsOfFailure } from "../../shell/sign-in-step.ts";
import { entryText } from "../../text/entry.ts";
import { useText } from "../../text/text.ts";
import { useEnter } from "./use-enter.ts";
import "./sign-in.css";

/** What has become of the answer so far. */
type Standing =
  | { readonly kind: "waits" }
  | { readonly kind: "step"; readonly next: NextStep; readonly after: string }
  | { readonly kind: "shown" }
  | { readonly kind: "failed"; readonly failure: unknown };

/**
 * Where the municipality's sign-in sends the browser back to. The address changes nothing by itself: the page sends what
 * stood in it to its own server, once. A window beside an open page tells that page, and closes.
 */
export function Page(): ReactNode {
  const t = useText(entryText);
  const enter = useEnter();
  const sent = useRef(false);
  const [standing, setStanding] = useState<Standing>({ kind: "waits" });
  const isWindow = providerAnswer !== undefined && !providerAnswer.state.startsWith("in.");
  function signedIn(me: Me, after: string): void {
    if (!isWindow) {
      enter(me, after);
      return;
    }
    tellShown("again");
    shown();
  }
  function shown(): void {
    setStanding({ kind: "shown" });
    window.close();
  }
  async function take(answer: ProviderAnswer): Promise<void> {
    if (answer.state.startsWith("confirm.")) {
      await call(endpoints.providerConfirm, { body: answer });
      tellShown("confirm");
      shown();
      return;
    }
    const done = await call(endpoints.providerSignIn, { body: answer });
    const after = done.after ?? "";
    if ("step" in done.signedIn) setStanding({ kind: "step", next: done.signedIn, after });
    else signedIn(done.signedIn, after);
  }
  useEffect(() => {
    if (providerAnswer === undefined || sent.current) return;
    sent.current = true;
    take(providerAnswer).catch((failure: unknown) => setStanding({ kind: "failed", failure }));
  });
  return (
    <BarePage>
      <h1 tabIndex={-1}>{t("signIn")}</h1>
      {standing.kind === "step" ? (
        <SecondStep
          next={standing.next}
          onSignedIn={(me) => signedIn(me, standing.after)}
          onBack={() => location.assign("/sign-in")}
        />
      ) : (
        <Told standing={standing} isWindow={isWindow} />
      )}
    </BarePage>
  );
}

function Told({
  standing,
  isWindow,
}: {
  readonly standing: Exclude<Standing, { readonly kind: "step" }>;
  readonly isWindow: boolean;
}) {
  const t = useText(entryText);
  const wordsOf = useWordsOfFailure();
  if (standing.kind === "shown") return <Notice role="status">{t("providerShown")}</Notice>;
  if (standing.kind === "waits" && providerAnswer !== undefined) {
    return <p role="status">{t("signingIn")}</p>;
  }
  return (
    <>
      {standing.kind === "failed" ? (
        <Notice tone="danger" role="alert">
          {wordsOf(standing.failure)}
        </Notice>
      ) : (
        <p>{t("providerNothing")}</p>
      )}
      <p className="entry-foot">
        {isWindow ? (
          <button type="button" onClick={() => window.close()}>
            {t("closeWindow")}
          </button>
        ) : (
          <Link className="button" to="/sign-in">
            {t("toSignIn")}
          </Link>
        )}
      </p>
    </>
  );
}
