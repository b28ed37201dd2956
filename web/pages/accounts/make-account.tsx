import { useId, useState } from "react";
import { endpoints } from "../../api/endpoints.ts";
import { useCommand } from "../../api/use-command.ts";
import { ProblemNote } from "../../components/problem-note/problem-note.tsx";
import { accountsText } from "../../text/accounts.ts";
import { useText } from "../../text/text.ts";
import type { Member } from "./page.tsx";
import type { TellsCode } from "./person-panel.tsx";

/** A user name for somebody without an account; the code that comes back is shown once. */
export function MakeAccount({
  member,
  onTold,
}: {
  readonly member: Member;
  readonly onTold: (told: TellsCode) => void;
}) {
  const t = useText(accountsText);
  const id = useId();
  const [username, setUsername] = useState(suggested(member.name));
  // The same account at every try, so that a lost answer makes no second one.
  const [account] = useState(() => crypto.randomUUID());
  const { state, send } = useCommand(endpoints.makeAccount);
  return (
    <form
      className="work-form accounts-form"
      onSubmit={(event) => {
        event.preventDefault();
        void send((commandId) => ({ commandId, account, staff: member.id, username })).then(
          (told) => (told === undefined ? undefined : onTold(told)),
        );
      }}
    >
      <p className="quiet">{t("makeAccountLead")}</p>
      <div className="work-field">
        <label htmlFor={id}>{t("username")}</label>
        <input
          id={id}
          type="text"
          value={username}
          autoCapitalize="none"
          spellCheck={false}
          required
          onChange={(event) => setUsername(event.target.value)}
        />
      </div>
      <button type="submit" className="primary" aria-disabled={state.sending}>
        {t("makeAccount")}
      </button>
      <ProblemNote state={state} />
    </form>
  );
}

/** First and last name with a point between, as most municipalities have it. */
function suggested(name: string): string {
  const plain = name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const parts = plain.split(/[^a-z]+/u).filter((part) => part !== "");
  return [...new Set([parts[0] ?? "", parts.at(-1) ?? ""])].filter((part) => part !== "").join(".");
}
