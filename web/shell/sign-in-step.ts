import type { z } from "zod";
import type { nextStep } from "../../src/contract/session/sign-in.ts";
import { NoWindowError } from "./provider-window.ts";
import { NoPasskeyError } from "./passkeys-work.ts";
import { NoContactError, RefusedError } from "../api/client.ts";
import { entryText } from "../text/entry.ts";
import { factorText } from "../text/factor.ts";
import { shellText } from "../text/shell.ts";
import { useLang, useText } from "../text/text.ts";

/** The password was right, and one of these is asked for. */
export type NextStep = z.output<typeof nextStep>;

/** Why signing in did not work, in words. */
export function useWordsOfFailure(): (error: unknown) => string {
  const t = useText(entryText);
  const s = useText(shellText);
  const f = useText(factorText);
  const { lang } = useLang();
  return (error) => {
    if (error instanceof NoPasskeyError) return f("noPasskey");
    if (error instanceof NoWindowError) return t("noWindow");
    if (error instanceof NoContactError) return s("noContactTitle");
    if (error instanceof RefusedError && error.problems.length > 0)
      return error.problems.map((found) => found[lang]).join(" ");
    return t("wrong");
  };
}
