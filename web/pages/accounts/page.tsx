import { useSuspenseQuery } from "@tanstack/react-query";
import { useId, useState, type ReactNode } from "react";
import type { listAccounts } from "../../../src/contract/accounts/list-accounts.ts";
import type { AnswerOf } from "../../api/client.ts";
import { endpoints } from "../../api/endpoints.ts";
import { accountsQuery } from "../../api/queries.ts";
import { DataTable } from "../../components/data-table/data-table.tsx";
import { accountsText } from "../../text/accounts.ts";
import { momentInWords } from "../../text/dates.ts";
import { useLang, useText } from "../../text/text.ts";
import { AccountMarks } from "./account-marks.tsx";
import { PersonPanel } from "./person-panel.tsx";
import { OrganisationSection } from "./organisation-section.tsx";
import { SignInSettings } from "./sign-in-settings.tsx";
import { StaffForm } from "./staff-form.tsx";
import { useRoleDays } from "./use-role-days.ts";
import { useRoleWords } from "./use-role-words.ts";
import "./accounts.css";

export type Accounts = AnswerOf<typeof listAccounts>;
export type Member = Accounts["staff"][number];
export type MemberAccount = NonNullable<Member["account"]>;

/** Who works here, as what, and what each signs in with. Nothing about children. */
export function Page(): ReactNode {
  const t = useText(accountsText);
  const accounts = useSuspenseQuery(accountsQuery).data;
  const [open, setOpen] = useState<string>();
  const [name, setName] = useState("");
  const member = accounts.staff.find(({ id }) => id === open);
  const wanted = name.trim().toLocaleLowerCase("sv");
  const shown = accounts.staff.filter((each) => each.name.toLocaleLowerCase("sv").includes(wanted));
  return (
    <div className="accounts-page">
      <h1 tabIndex={-1}>{t("title")}</h1>
      <p className="accounts-lead">{t("lead")}</p>
      <Find name={name} onFind={setName} />
      {shown.length === 0 ? <p role="status">{t("nobodyFound")}</p> : null}
      <StaffTable accounts={accounts} shown={shown} onOpen={setOpen} />
      <section aria-labelledby="accounts-new" className="no-print">
        <h2 id="accounts-new">{t("newStaff")}</h2>
        <StaffForm accounts={accounts} endpoint={endpoints.addStaff} />
      </section>
      <OrganisationSection accounts={accounts} />
      <SignInSettings accounts={accounts} />
      {member === undefined ? null : (
        <PersonPanel
          key={member.id}
          accounts={accounts}
          member={member}
          onClose={() => setOpen(undefined)}
        />
      )}
    </div>
  );
}

function Find({
  name,
  onFind,
}: {
  readonly name: string;
  readonly onFind: (name: string) => void;
}) {
  const t = useText(accountsText);
  const id = useId();
  return (
    <div className="field accounts-find no-print">
      <label htmlFor={id}>{t("find")}</label>
      <input id={id} type="text" value={name} onChange={(event) => onFind(event.target.value)} />
    </div>
  );
}

function StaffTable({
  accounts,
  shown,
  onOpen,
}: {
  readonly accounts: Accounts;
  readonly shown: readonly Member[];
  readonly onOpen: (staff: string) => void;
}) {
  const t = useText(accountsText);
  const roleOf = useRoleWords();
  const unitOf = (member: Member) => accounts.units.find(({ id }) => id === member.unit)?.name;
  return (
    <DataTable
      caption={t("list")}
      captionHidden
      keyOf={({ id }) => id}
      rows={shown}
      columns={[
        {
          id: "name",
          head: t("name"),
          names: true,
          cell: ({ name, self }) => (self ? `${name} (${t("you")})` : name),
        },
        {
          id: "role",
          head: t("role"),
          cell: (member) => (
            <>
              {[roleOf(member.role), ...(member.qualified ? [t("qualifiedShort")] : [])].join(", ")}
              <span className="accounts-quiet">{unitOf(member) ?? t("noUnit")}</span>
              <RoleDays member={member} />
            </>
          ),
        },
        {
          id: "account",
          head: t("account"),
          cell: ({ account }) => <AccountMarks account={account} />,
        },
        {
          id: "signed-in",
          head: t("signedIn"),
          cell: ({ account }) => <LastSignIn account={account} />,
        },
        { id: "factors", head: t("factors"), cell: ({ account }) => <Factors account={account} /> },
        {
          id: "manage",
          head: t("manage"),
          headHidden: true,
          cell: ({ id, name }) => (
            <button type="button" className="small no-print" onClick={() => onOpen(id)}>
              {t("manage")}
              <span className="visually-hidden"> {name}</span>
            </button>
          ),
        },
      ]}
    />
  );
}

function RoleDays({ member: { from, to, grants } }: { readonly member: Member }) {
  const t = useText(accountsText);
  const roleOf = useRoleWords();
  const daysOf = useRoleDays();
  const own = daysOf({ from, to });
  return (
    <>
      {own === "" ? null : <span className="accounts-quiet">{own}</span>}
      {grants.map((each) => (
        <span key={each.grant} className="accounts-quiet">
          {t("alsoDays", { role: roleOf(each.role), days: daysOf(each) })}
        </span>
      ))}
    </>
  );
}

function LastSignIn({ account }: { readonly account: MemberAccount | null }) {
  const t = useText(accountsText);
  const { lang } = useLang();
  if (account === null) return null;
  return account.signedInAt === null ? t("never") : momentInWords(account.signedInAt, lang);
}

function Factors({ account }: { readonly account: MemberAccount | null }) {
  const t = useText(accountsText);
  if (account === null) return null;
  const words = [
    ...(account.totp ? [t("totp")] : []),
    ...(account.passkeys > 0 ? [t("passkeys", { n: account.passkeys })] : []),
  ];
  return words.length === 0 ? t("noFactor") : words.join(", ");
}
