import { useState } from "react";
import type { setSignIn } from "../../../src/contract/accounts/set-sign-in.ts";
import type { BodyOf } from "../../api/client.ts";
import { endpoints } from "../../api/endpoints.ts";
import { useCommand } from "../../api/use-command.ts";
import { Notice } from "../../components/notice/notice.tsx";
import { ProblemNote } from "../../components/problem-note/problem-note.tsx";
import { accountsText } from "../../text/accounts.ts";
import { useText } from "../../text/text.ts";
import type { Accounts } from "./page.tsx";
import { useRoleWords } from "./use-role-words.ts";

/** Which roles must have a second factor, and whether passwords sign in where the municipality's provider does. */
export function SignInSettings({ accounts }: { readonly accounts: Accounts }) {
  const t = useText(accountsText);
  const roleOf = useRoleWords();
  const [roles, setRoles] = useState<readonly string[]>(accounts.factorRoles);
  const [local, setLocal] = useState(accounts.localAccounts);
  const [saved, setSaved] = useState(false);
  const { state, send } = useCommand(endpoints.setSignIn);
  async function save(): Promise<void> {
    setSaved(false);
    const done = await send((commandId) => ({
      commandId,
      localAccounts: local,
      // The boxes are the roles the server offered.
      factorRoles: [...roles] as BodyOf<typeof setSignIn>["factorRoles"],
    }));
    setSaved(done !== undefined);
  }
  return (
    <section aria-labelledby="accounts-settings" className="no-print">
      <h2 id="accounts-settings">{t("settings")}</h2>
      <p className="quiet">{t("settingsLead")}</p>
      <form
        className="accounts-settings no-print"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <fieldset className="field">
          <legend>{t("factorRoles")}</legend>
          {accounts.roles.map((role) => (
            <label key={role} className="accounts-check">
              <input
                type="checkbox"
                checked={roles.includes(role)}
                onChange={({ target }) =>
                  setRoles(
                    target.checked ? [...roles, role] : roles.filter((each) => each !== role),
                  )
                }
              />
              {roleOf(role)}
            </label>
          ))}
        </fieldset>
        {accounts.provider ? <p className="quiet">{t("providerAlready")}</p> : null}
        {accounts.provider ? (
          <label className="accounts-check">
            <input
              type="checkbox"
              checked={local}
              onChange={({ target }) => setLocal(target.checked)}
            />
            {t("local")}
          </label>
        ) : null}
        <button type="submit" aria-disabled={state.sending}>
          {t(state.sending ? "saving" : "save")}
        </button>
        {saved ? <Notice role="status">{t("done")}</Notice> : null}
        <ProblemNote state={state} />
      </form>
    </section>
  );
}
