import { Link } from "@tanstack/react-router";
import type { makeBoard } from "../../../src/contract/session/make-board.ts";
import type { AnswerOf } from "../../api/client.ts";
import { DataTable } from "../../components/data-table/data-table.tsx";
import { Notice } from "../../components/notice/notice.tsx";
import { BarePage } from "../../shell/bare-page.tsx";
import { momentInWords } from "../../text/dates.ts";
import { setupText } from "../../text/setup.ts";
import { useLang, useText } from "../../text/text.ts";
import { useRoleWords } from "../accounts/use-role-words.ts";

export type MadeBoard = AnswerOf<typeof makeBoard>;

/** The two who run the new board; their codes are told this once. */
export function InvitedPeople({ made }: { readonly made: MadeBoard }) {
  const t = useText(setupText);
  const role = useRoleWords();
  const { lang } = useLang();
  return (
    <BarePage wide real>
      <h1 tabIndex={-1}>{t("madeTitle", { board: made.board })}</h1>
      <Notice tone="warn">
        <p>{t("invitedLead", { moment: momentInWords(made.until, lang) })}</p>
      </Notice>
      <DataTable
        caption={t("invitedPeople")}
        rows={made.accounts}
        keyOf={(account) => account.username}
        columns={[
          { id: "who", head: t("who"), names: true, cell: (account) => account.name },
          { id: "role", head: t("role"), cell: (account) => role(account.role) },
          {
            id: "username",
            head: t("username"),
            cell: (account) => <code>{account.username}</code>,
          },
          { id: "code", head: t("oneTimeCode"), cell: (account) => <code>{account.code}</code> },
        ]}
      />
      <p className="entry-foot">{t("invitedNext")}</p>
      <div className="row entry-foot no-print">
        <Link className="button primary" to="/sign-in">
          {t("goOn")}
        </Link>
        <button type="button" onClick={() => window.print()}>
          {t("printAccounts")}
        </button>
      </div>
    </BarePage>
  );
}
