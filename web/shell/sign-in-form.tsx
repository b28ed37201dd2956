import { lazy, Suspense, useState } from "react";
import type { Me } from "../api/queries.ts";
import type { NextStep } from "./sign-in-step.ts";
import { PasswordForm } from "./password-form.tsx";
import { Loading } from "./error-view.tsx";

const InvitationForm = lazy(async () => {
  const { InvitationForm: component } = await import("./invitation-form.tsx");
  return { default: component };
});

/** Signing in: user name and password, or the first password with a code. */
export function SignInForm({ onSignedIn }: { readonly onSignedIn: (me: Me) => void }) {
  const [shown, setShown] = useState<"password" | "code">("password");
  function answered(answer: Me | NextStep): void {
    if (!("step" in answer)) onSignedIn(answer);
  }
  if (shown === "code") {
    return (
      <Suspense fallback={<Loading />}>
        <InvitationForm onAnswered={answered} onBack={() => setShown("password")} />
      </Suspense>
    );
  }
  return <PasswordForm onAnswered={answered} onCode={() => setShown("code")} />;
}
