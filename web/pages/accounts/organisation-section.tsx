import { useId, useState } from "react";
import { endpoints } from "../../api/endpoints.ts";
import { useCommand } from "../../api/use-command.ts";
import { ProblemNote } from "../../components/problem-note/problem-note.tsx";
import { accountsText } from "../../text/accounts.ts";
import { useText } from "../../text/text.ts";
import type { Accounts } from "./page.tsx";

/** The units of the board, which can be named anew, and the bodies that decide for it. */
export function OrganisationSection({ accounts }: { readonly accounts: Accounts }) {
  const t = useText(accountsText);
  const committees = accounts.bodies.filter(({ role }) => role === "committee");
  return (
    <section aria-labelledby="accounts-organisation" className="accounts-organisation">
      <h2 id="accounts-organisation">{t("organisation")}</h2>
      <p className="accounts-lead">{t("organisationLead")}</p>
      <h3>{t("units")}</h3>
      <ul>
        {accounts.units.map((unit) => (
          <li key={unit.id}>
            <UnitLine unit={unit} />
          </li>
        ))}
      </ul>
      <NewUnit />
      <h3>{t("bodies")}</h3>
      <ul>
        {accounts.bodies.map(({ id, name }) => (
          <li key={id}>{name}</li>
        ))}
      </ul>
      {committees.length === 0 ? <p>{t("noCommittee")}</p> : null}
      <NewCommittee />
    </section>
  );
}

function UnitLine({ unit }: { readonly unit: Accounts["units"][number] }) {
  const t = useText(accountsText);
  const [open, setOpen] = useState(false);
  const { state, send } = useCommand(endpoints.renameUnit);
  if (!open) {
    return (
      <span className="accounts-unit">
        {unit.name}
        <button type="button" className="plain small no-print" onClick={() => setOpen(true)}>
          {t("rename")}
          <span className="visually-hidden"> {unit.name}</span>
        </button>
      </span>
    );
  }
  return (
    <>
      <NameForm
        label={t("unitName")}
        button={t("save")}
        before={unit.name}
        sending={state.sending}
        onName={async (name) => {
          const done = await send((commandId) => ({ commandId, unit: unit.id, name }));
          if (done !== undefined) setOpen(false);
          return done !== undefined;
        }}
      />
      <ProblemNote state={state} />
    </>
  );
}

function NewUnit() {
  const t = useText(accountsText);
  const { state, send } = useCommand(endpoints.makeUnit);
  return (
    <>
      <NameForm
        label={t("newUnit")}
        button={t("register")}
        before=""
        sending={state.sending}
        onName={async (name) => {
          return (await send((commandId) => ({ commandId, unit: commandId, name }))) !== undefined;
        }}
      />
      <ProblemNote state={state} />
    </>
  );
}

function NewCommittee() {
  const t = useText(accountsText);
  const { state, send } = useCommand(endpoints.addStaff);
  return (
    <>
      <NameForm
        label={t("newCommittee")}
        button={t("register")}
        before=""
        sending={state.sending}
        onName={async (name) => {
          const body = { name, role: "committee", qualified: false } as const;
          return (
            (await send((commandId) => ({ commandId, staff: commandId, ...body }))) !== undefined
          );
        }}
      />
      <ProblemNote state={state} />
    </>
  );
}

/** One name and its button. What was typed stays after a refusal, and is gone once it counts. */
function NameForm({
  label,
  button,
  before,
  sending,
  onName,
}: {
  readonly label: string;
  readonly button: string;
  readonly before: string;
  readonly sending: boolean;
  readonly onName: (name: string) => Promise<boolean>;
}) {
  const id = useId();
  const [name, setName] = useState(before);
  return (
    <form
      className="accounts-name no-print"
      onSubmit={(event) => {
        event.preventDefault();
        void onName(name.trim()).then((done) => (done ? setName(before) : undefined));
      }}
    >
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="text"
        value={name}
        maxLength={200}
        required
        onChange={(event) => setName(event.target.value)}
      />
      <button type="submit" aria-disabled={sending}>
        {button}
      </button>
    </form>
  );
}
