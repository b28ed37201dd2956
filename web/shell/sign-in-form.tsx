import { lazy, Suspense, useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { type Me, setupQuery } from "../api/queries.ts";
import type { NextStep } from "./sign-in-step.ts";
import { PasswordForm } from "./password-form.tsx";
import { Loading } from "./error-view.tsx";

const SecondStep = lazy(async () => {
  const { SecondStep: component } = await import("./second-step.tsx");
  return { default: component };
});
const InvitationForm = lazy(async () => {
  const { InvitationForm: component } = await import("./invitation-form.tsx");
  return { default: component };
});

const ProviderWays = lazy(async () => {
  const { ProviderWays: component } = await import("./provider-ways.tsx");
  return { default: component };
});

type Shown = { readonly kind: "password" } | { readonly kind: "code" } | NextStep;

/** Signing in: the municipality's sign-in where it is set, user name and password, a second factor where there is one, or the first password with a code. */
export function SignInForm({
  onSignedIn,
  again = false,
}: {
  readonly onSignedIn: (me: Me) => void;
  /** Beside a page that stays open. */
  readonly again?: boolean;
}) {
  const setup = useQuery(setupQuery).data;
  const [shown, setShown] = useState<Shown>({ kind: "password" });
  const back = (): void => setShown({ kind: "password" });
  function answered(answer: Me | NextStep): void {
    if ("step" in answer) setShown(answer);
    else onSignedIn(answer);
  }
  if ("step" in shown) {
    return (
      <Suspense fallback={<Loading />}>
        <SecondStep next={shown} onSignedIn={onSignedIn} onBack={back} />
      </Suspense>
    );
  }
  if (shown.kind === "code") {
    return (
      <Suspense fallback={<Loading />}>
        <InvitationForm onAnswered={answered} onBack={back} />
      </Suspense>
    );
  }
  const hasProvider = setup !== undefined && setup.providers.length > 0;
  return (
    <>
      {hasProvider ? (
        <Suspense fallback={<Loading />}>
          <ProviderWays setup={setup} again={again} onSignedIn={onSignedIn} />
        </Suspense>
      ) : null}
      {setup?.localAccounts === false ? null : (
        <PasswordForm
          second={hasProvider}
          onAnswered={answered}
          onCode={() => setShown({ kind: "code" })}
        />
      )}
    </>
  );
}
