import { useId, useState } from "react";
import type { ProblemShape } from "../../../src/contract/shapes.ts";
import { call, NoContactError, RefusedError } from "../../api/client.ts";
import { endpoints } from "../../api/endpoints.ts";
import { ErrorSummary } from "../../components/error-summary/error-summary.tsx";
import { Notice } from "../../components/notice/notice.tsx";
import { textOf } from "../../shell/form-text.ts";
import { setupText } from "../../text/setup.ts";
import { shellText } from "../../text/shell.ts";
import { useText } from "../../text/text.ts";
import type { MadeBoard } from "./invited-people.tsx";

/** Where each answer stands in what is sent; also the names of the inputs. */
const POINTERS = [
  "/code",
  "/name",
  "/units",
  "/committee",
  "/userAdministrator/name",
  "/userAdministrator/username",
  "/systemAdministrator/name",
  "/systemAdministrator/username",
] as const;
type Pointer = (typeof POINTERS)[number];

/** The board's name, its units, and the two who run it. What was typed stays after a refusal. */
export function RealBoardForm({ onMade }: { readonly onMade: (made: MadeBoard) => void }) {
  const t = useText(setupText);
  const s = useText(shellText);
  const id = useId();
  const [sending, setSending] = useState(false);
  const [problems, setProblems] = useState<readonly ProblemShape[]>([]);
  const [failed, setFailed] = useState<string>();
  const idOf = (pointer: Pointer) => `${id}${pointer}`;
  async function submit(form: FormData): Promise<void> {
    setSending(true);
    setProblems([]);
    setFailed(undefined);
    try {
      onMade(await call(endpoints.makeBoard, { body: bodyOf(form) }));
    } catch (error) {
      if (error instanceof RefusedError) setProblems(error.problems);
      else setFailed(s(error instanceof NoContactError ? "noContactTitle" : "fault"));
    } finally {
      setSending(false);
    }
  }
  const field = { idOf, problems };
  return (
    <form
      className="sign-in-form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit(new FormData(event.currentTarget));
      }}
    >
      <ErrorSummary
        problems={problems}
        controlOf={(pointer) => {
          const found = POINTERS.find((each) => pointer.startsWith(each));
          return found === undefined ? undefined : idOf(found);
        }}
      />
      {failed === undefined ? null : (
        <Notice tone="danger" role="alert">
          {failed}
        </Notice>
      )}
      <Field {...field} pointer="/code" label={t("code")} help={t("codeHelp")} />
      <Field {...field} pointer="/name" label={t("realName")} />
      <Field {...field} pointer="/units" label={t("units")} help={t("unitsHelp")} lines />
      <Field {...field} pointer="/committee" label={t("committee")} optional />
      {(["userAdministrator", "systemAdministrator"] as const).map((who) => (
        <fieldset className="field entry-person" key={who}>
          <legend>{t(who)}</legend>
          <p className="field-help">{t(`${who}Help`)}</p>
          <Field {...field} pointer={`/${who}/name`} label={t("personName")} />
          <Field
            {...field}
            pointer={`/${who}/username`}
            label={t("username")}
            help={t("usernameHelp")}
          />
        </fieldset>
      ))}
      <button type="submit" className="primary" aria-disabled={sending}>
        {t("makeReal")}
      </button>
      <p className="quiet" role="status">
        {sending ? t("makingReal") : ""}
      </p>
    </form>
  );
}

function bodyOf(form: FormData) {
  const of = (pointer: Pointer) => textOf(form, pointer).trim();
  const units = of("/units")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const committee = of("/committee");
  return {
    code: of("/code"),
    name: of("/name"),
    units,
    ...(committee === "" ? {} : { committee }),
    userAdministrator: {
      name: of("/userAdministrator/name"),
      username: of("/userAdministrator/username"),
    },
    systemAdministrator: {
      name: of("/systemAdministrator/name"),
      username: of("/systemAdministrator/username"),
    },
  };
}

function Field({
  pointer,
  idOf,
  problems,
  label,
  help,
  lines = false,
  optional = false,
}: {
  readonly pointer: Pointer;
  readonly idOf: (pointer: Pointer) => string;
  readonly problems: readonly ProblemShape[];
  readonly label: string;
  readonly help?: string;
  readonly lines?: boolean;
  readonly optional?: boolean;
}) {
  const id = idOf(pointer);
  const refused = problems.some((found) => found.pointer?.startsWith(pointer) === true);
  const shared = {
    id,
    name: pointer,
    required: !optional,
    ...(refused ? { "aria-invalid": true } : {}),
    ...(help === undefined ? {} : { "aria-describedby": `${id}-help` }),
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {help === undefined ? null : (
        <p className="field-help" id={`${id}-help`}>
          {help}
        </p>
      )}
      {lines ? (
        <textarea {...shared} rows={3} lang="sv" spellCheck />
      ) : (
        <input {...shared} type="text" autoComplete="off" spellCheck={false} />
      )}
    </div>
  );
}
