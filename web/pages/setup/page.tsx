import type { ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useId, useState } from "react";
import type { makeDemoBoard } from "../../../src/contract/session/make-demo-board.ts";
import { type AnswerOf, call, NoContactError, RefusedError } from "../../api/client.ts";
import { endpoints } from "../../api/endpoints.ts";
import { Filling } from "./filling.tsx";
import { DataTable } from "../../components/data-table/data-table.tsx";
import { Notice } from "../../components/notice/notice.tsx";
import { BarePage } from "../../shell/bare-page.tsx";
import { roleText } from "../../text/clock.ts";
import { textOf } from "../../shell/form-text.ts";
import { entryText } from "../../text/entry.ts";
import { shellText } from "../../text/shell.ts";
import { useLang, useText } from "../../text/text.ts";
import "../sign-in/sign-in.css";

type Made = AnswerOf<typeof makeDemoBoard>;

const SIZES = ["families", "small", "typical"] as const;
const SIZE_TEXT = {
  families: ["sizeFamilies", "sizeFamiliesHelp"],
  small: ["sizeSmall", "sizeSmallHelp"],
  typical: ["sizeTypical", "sizeTypicalHelp"],
} as const;

/** The one page of an empty installation: a code from the terminal makes the demo board. */
export function Page(): ReactNode {
  const t = useText(entryText);
  const [made, setMade] = useState<Made>();
  const setup = useQuery({
    queryKey: ["setup"],
    queryFn: () => call(endpoints.readSetup, {}),
    enabled: made === undefined,
  });
  if (made !== undefined) return <Accounts made={made} />;
  return (
    <BarePage>
      <h1 tabIndex={-1}>{t("setupTitle")}</h1>
      {setup.data?.needsSetup === false ? (
        <Notice>
          <p>{t("doneAlready")}</p>
          <div className="row">
            <Link className="button" to="/sign-in">
              {t("goOn")}
            </Link>
          </div>
        </Notice>
      ) : (
        <>
          <p className="entry-lead">{t("setupLead")}</p>
          <SetupForm onMade={setMade} />
        </>
      )}
    </BarePage>
  );
}

function SetupForm({ onMade }: { readonly onMade: (made: Made) => void }) {
  const t = useText(entryText);
  const s = useText(shellText);
  const { lang } = useLang();
  const id = useId();
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string>();
  async function submit(form: FormData): Promise<void> {
    const name = textOf(form, "name").trim();
    setSending(true);
    setProblem(undefined);
    try {
      const size = SIZES.find((each) => each === textOf(form, "size")) ?? SIZES[0];
      const body = { code: textOf(form, "code").trim(), size, ...(name === "" ? {} : { name }) };
      onMade(await call(endpoints.makeDemoBoard, { body }));
    } catch (error) {
      if (error instanceof RefusedError)
        setProblem(error.problems.map((found) => found[lang]).join(" "));
      else setProblem(s(error instanceof NoContactError ? "noContactTitle" : "fault"));
    } finally {
      setSending(false);
    }
  }
  return (
    <form
      className="sign-in-form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit(new FormData(event.currentTarget));
      }}
    >
      {problem === undefined ? null : (
        <Notice tone="danger" role="alert">
          {problem}
        </Notice>
      )}
      <div className="field">
        <label htmlFor={`${id}-code`}>{t("code")}</label>
        <p className="field-help" id={`${id}-code-help`}>
          {t("codeHelp")}
        </p>
        <input
          id={`${id}-code`}
          name="code"
          type="text"
          autoComplete="one-time-code"
          spellCheck={false}
          aria-describedby={`${id}-code-help`}
          required
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-name`}>{t("name")}</label>
        <p className="field-help" id={`${id}-name-help`}>
          {t("nameHelp")}
        </p>
        <input
          id={`${id}-name`}
          name="name"
          type="text"
          autoComplete="off"
          aria-describedby={`${id}-name-help`}
        />
      </div>
      <fieldset className="field">
        <legend>{t("size")}</legend>
        <div className="choices">
          {SIZES.map((size) => (
            <label className="choice" key={size}>
              <input
                type="radio"
                name="size"
                value={size}
                defaultChecked={size === SIZES[0]}
                aria-describedby={`${id}-${size}`}
              />
              <span>
                {t(SIZE_TEXT[size][0])}
                <span className="entry-choice-help" id={`${id}-${size}`}>
                  {t(SIZE_TEXT[size][1])}
                </span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <button type="submit" className="primary" aria-disabled={sending}>
        {t("make")}
      </button>
      <p className="quiet" role="status">
        {sending ? t("making") : ""}
      </p>
    </form>
  );
}

/** The accounts of the new board; their passwords are told this once. */
function Accounts({ made }: { readonly made: Made }) {
  const t = useText(entryText);
  const role = useText(roleText);
  const roleName = (id: string): string =>
    id in roleText ? role(id as keyof typeof roleText & string) : id;
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
