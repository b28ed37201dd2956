import { Link } from "@tanstack/react-router";
import type { makeDemoBoard } from "../../../src/contract/session/make-demo-board.ts";
import type { AnswerOf } from "../../api/client.ts";
import { DataTable } from "../../components/data-table/data-table.tsx";
import { Notice } from "../../components/notice/notice.tsx";
import { BarePage } from "../../shell/bare-page.tsx";
import { setupText } from "../../text/setup.ts";
import { useText } from "../../text/text.ts";
import { useRoleWords } from "../accounts/use-role-words.ts";
import { Filling } from "./filling.tsx";

export type MadeDemo = AnswerOf<typeof makeDemoBoard>;

/** The accounts of the new board; their passwords are told this once. */
export function DemoAccounts({ made }: { readonly made: MadeDemo }) {
  const t = useText(setupText);
  const roleName = useRoleWords();
  return (
    <BarePage wide>
      <h1 tabIndex={-1}>{t("madeTitle", { board: made.board })}</h1>
      <Notice tone="warn">
        <p>{t("madeLead")}</p>
      </Notice>
      <Filling />
      <DataTable
        caption={t("accounts")}
        rows={made.accounts}
        keyOf={(account) => account.username}
        columns={[
          { id: "who", head: t("who"), names: true, cell: (account) => account.name },
          { id: "role", head: t("role"), cell: (account) => roleName(account.role) },
          { id: "unit", head: t("worksIn"), cell: (account) => account.unit ?? "–" },
          {
            id: "username",
            head: t("username"),
            cell: (account) => <code>{account.username}</code>,
          },
          {
            id: "password",
            head: t("password"),
            cell: (account) => <code>{account.password}</code>,
          },
        ]}
      />
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
