import { Notice } from "../../components/notice/notice.tsx";
import { Tag } from "../../components/tag/tag.tsx";
import { accountsText } from "../../text/accounts.ts";
import { fullDay, momentInWords } from "../../text/dates.ts";
import { useLang, useText } from "../../text/text.ts";
import type { MemberAccount } from "./page.tsx";

/** The user name, and what stands in the way of signing in. */
export function AccountMarks({ account }: { readonly account: MemberAccount | null }) {
  const t = useText(accountsText);
  const { lang } = useLang();
  if (account === null) return <span className="accounts-quiet">{t("noAccount")}</span>;
  const { username, closed, locked, invitedUntil, hasPassword, subject, endsOn, linked } = account;
  return (
    <>
      {username} {closed ? <Tag tone="warn">{t("closed")}</Tag> : null}{" "}
      {locked ? <Tag tone="danger">{t("locked")}</Tag> : null}
      {account.providerRefusedAt === null ? null : (
        <Notice tone="warn">
          {t("providerRefused", { moment: momentInWords(account.providerRefusedAt, lang) })}
        </Notice>
      )}
      {linked ? <span className="accounts-quiet">{t("linked")}</span> : null}
      {endsOn === null ? null : (
        <span className="accounts-quiet">{t("endsOn", { day: fullDay(endsOn, lang) })}</span>
      )}
      {invitedUntil === null || closed ? null : (
        <span className="accounts-quiet">
          {t("invited", { moment: momentInWords(invitedUntil, lang) })}
        </span>
      )}
      {hasPassword || subject !== null || invitedUntil !== null ? null : (
        <span className="accounts-quiet">{t("noPassword")}</span>
      )}
    </>
  );
}
