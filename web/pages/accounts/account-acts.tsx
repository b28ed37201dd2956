import { useId, useState, type ReactNode } from "react";
import type { Route } from "../../../src/contract/route.ts";
import type { BodyOf, Endpoint } from "../../api/client.ts";
import { endpoints } from "../../api/endpoints.ts";
import { useCommand } from "../../api/use-command.ts";
import { Notice } from "../../components/notice/notice.tsx";
import { ProblemNote } from "../../components/problem-note/problem-note.tsx";
import { accountsText } from "../../text/accounts.ts";
import { useText } from "../../text/text.ts";
import type { MemberAccount } from "./page.tsx";
import type { TellsCode } from "./person-panel.tsx";

interface ActsProps {
  readonly account: MemberAccount;
  readonly provider: boolean;
  readonly onTold: (told: TellsCode) => void;
}

/** What can be done to an account. What each does stands beside its button, as it takes effect at once. */
export function AccountActs({ account, provider, onTold }: ActsProps): ReactNode {
  const t = useText(accountsText);
  const about = { account: account.account };
  if (account.closed) {
    return (
      <Act
        endpoint={endpoints.setAccountOpen}
        words={t("reopen")}
        body={(commandId) => ({ ...about, commandId, open: true })}
      />
    );
  }
  return (
    <div className="accounts-acts">
      <InviteAct account={account} onTold={onTold} />
      {account.locked ? (
        <Act
          endpoint={endpoints.liftLock}
          words={t("lift")}
          lead={t("liftLead")}
          body={(commandId) => ({ ...about, commandId })}
        />
      ) : null}
      {account.totp || account.passkeys > 0 ? (
        <Act
          endpoint={endpoints.removeFactors}
          words={t("removeFactors")}
          lead={t("removeFactorsLead")}
          body={(commandId) => ({ ...about, commandId })}
        />
      ) : null}
      <LastDay account={account} />
      {account.providerRefusedAt === null ? null : (
        <Notice tone="warn">{t("providerRefusedLead")}</Notice>
      )}
      {provider || account.subject !== null ? <Subject account={account} /> : null}
      {account.sessions > 0 ? (
        <Act
          endpoint={endpoints.endSessions}
          words={t("endSessions", { n: account.sessions })}
          body={(commandId) => ({ ...about, commandId })}
        />
      ) : null}
      <Act
        endpoint={endpoints.setAccountOpen}
        words={t("close")}
        lead={t("closeLead")}
        body={(commandId) => ({ ...about, commandId, open: false })}
      />
    </div>
  );
}

function InviteAct({ account, onTold }: Omit<ActsProps, "provider">) {
  const t = useText(accountsText);
  const { state, send } = useCommand(endpoints.invite);
  async function invite(): Promise<void> {
    const told = await send((commandId) => ({ commandId, account: account.account }));
    if (told !== undefined) onTold(told);
  }
  return (
    <div className="accounts-act">
      <p className="quiet">{t("inviteLead")}</p>
      <button type="button" aria-disabled={state.sending} onClick={() => void invite()}>
        {t("invite")}
      </button>
      <ProblemNote state={state} />
    </div>
  );
}

function Act<R extends Route>({
  endpoint,
  words,
  lead,
  body,
}: {
  readonly endpoint: Endpoint<R>;
  readonly words: string;
  readonly lead?: string;
  readonly body: (commandId: string) => BodyOf<R>;
}) {
  const { state, send } = useCommand(endpoint);
  return (
    <div className="accounts-act">
      {lead === undefined ? null : <p className="quiet">{lead}</p>}
      <button type="button" aria-disabled={state.sending} onClick={() => void send(body)}>
        {words}
      </button>
      <ProblemNote state={state} />
    </div>
  );
}

function LastDay({ account }: { readonly account: MemberAccount }) {
  const t = useText(accountsText);
  const [day, setDay] = useState<string>(account.endsOn ?? "");
  return (
    <OneField
      endpoint={endpoints.setAccountEnd}
      label={t("endsOnLabel")}
      lead={t("endsOnLead")}
      type="date"
      value={day}
      onChange={setDay}
      body={(commandId) => ({
        commandId,
        account: account.account,
        endsOn: day === "" ? null : day,
      })}
    />
  );
}

function Subject({ account }: { readonly account: MemberAccount }) {
  const t = useText(accountsText);
  const [subject, setSubject] = useState<string>(account.subject ?? "");
  return (
    <OneField
      endpoint={endpoints.setAccountSubject}
      label={t("subject")}
      lead={t("subjectLead")}
      type="text"
      value={subject}
      onChange={setSubject}
      body={(commandId) => ({
        commandId,
        account: account.account,
        subject: subject.trim() === "" ? null : subject.trim(),
      })}
    />
  );
}

interface OneFieldProps<R extends Route> {
  readonly endpoint: Endpoint<R>;
  readonly label: string;
  readonly lead: string;
  readonly type: "date" | "text";
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly body: (commandId: string) => BodyOf<R>;
}

/** One value with a button of its own. */
function OneField<R extends Route>(props: OneFieldProps<R>) {
  const { endpoint, label, lead, type, value, onChange, body } = props;
  const t = useText(accountsText);
  const id = useId();
  const [saved, setSaved] = useState(false);
  const { state, send } = useCommand(endpoint);
  return (
    <form
      className="work-form accounts-act"
      onSubmit={(event) => {
        event.preventDefault();
        setSaved(false);
        void send(body).then((done) => setSaved(done !== undefined));
      }}
    >
      <div className="work-field">
        <label htmlFor={id}>{label}</label>
        <input
          id={id}
          type={type}
          value={value}
          aria-describedby={`${id}-lead`}
          onChange={(event) => onChange(event.target.value)}
        />
        <p className="field-help" id={`${id}-lead`}>
          {lead}
        </p>
      </div>
      <button type="submit" aria-disabled={state.sending}>
        {t("save")}
      </button>
      {saved ? <Notice role="status">{t("saved")}</Notice> : null}
      <ProblemNote state={state} />
    </form>
  );
}
