import { useEffect, useRef, useState } from "react";
import { endpoints } from "../../api/endpoints.ts";
import { Notice } from "../../components/notice/notice.tsx";
import { SidePanel } from "../../components/side-panel/side-panel.tsx";
import { accountsText } from "../../text/accounts.ts";
import { momentInWords } from "../../text/dates.ts";
import { useLang, useText } from "../../text/text.ts";
import { AccountActs } from "./account-acts.tsx";
import { AccountMarks } from "./account-marks.tsx";
import { MakeAccount } from "./make-account.tsx";
import { MoreRoles } from "./more-roles.tsx";
import type { Accounts, Member } from "./page.tsx";
import { RoleHistory } from "./role-history.tsx";
import { StaffForm } from "./staff-form.tsx";

/** A code that was told, and until when it counts. */
export interface TellsCode {
  readonly code: string;
  readonly until: string;
}

/** One member of staff: role and unit, and the account. */
export function PersonPanel({
  accounts,
  member,
  onClose,
}: {
  readonly accounts: Accounts;
  readonly member: Member;
  readonly onClose: () => void;
}) {
  const t = useText(accountsText);
  const [told, setTold] = useState<TellsCode>();
  const { account, name, self } = member;
  return (
    <SidePanel title={name} onClose={onClose}>
      {self ? <Notice>{t("ownAccount")}</Notice> : null}
      {self ? null : (
        <section className="accounts-part">
          <h3>{t("roleAndUnit")}</h3>
          <StaffForm accounts={accounts} member={member} endpoint={endpoints.changeStaff} />
        </section>
      )}
      <MoreRoles accounts={accounts} member={member} />
      <RoleHistory staff={member.id} />
      <section className="accounts-part">
        <h3>{t("account")}</h3>
        <p>
          <AccountMarks account={account} />
        </p>
        {told === undefined ? null : <CodeNote key={told.code} told={told} name={name} />}
        {self ? null : account === null ? (
          <MakeAccount member={member} onTold={setTold} />
        ) : (
          <AccountActs account={account} provider={accounts.provider} onTold={setTold} />
        )}
      </section>
    </SidePanel>
  );
}

function CodeNote({ told, name }: { readonly told: TellsCode; readonly name: string }) {
  const t = useText(accountsText);
  const { lang } = useLang();
  const note = useRef<HTMLDivElement>(null);
  useEffect(() => note.current?.scrollIntoView({ block: "center" }), []);
  return (
    <div ref={note}>
      <Notice tone="good" role="status">
        <h3>{t("codeTitle")}</h3>
        <p>
          <code className="accounts-code">{told.code}</code>
        </p>
        <p>{t("codeOnce", { name, moment: momentInWords(told.until, lang) })}</p>
      </Notice>
    </div>
  );
}
