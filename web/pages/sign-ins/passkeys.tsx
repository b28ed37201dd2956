import { useId, useState } from "react";
import { endpoints } from "../../api/endpoints.ts";
import { useCommand } from "../../api/use-command.ts";
import { Notice } from "../../components/notice/notice.tsx";
import { ProblemNote } from "../../components/problem-note/problem-note.tsx";
import { Tag } from "../../components/tag/tag.tsx";
import { makePasskey } from "../../shell/passkey.ts";
import { NoPasskeyError, passkeysWork } from "../../shell/passkeys-work.ts";
import { momentInWords } from "../../text/dates.ts";
import { factorText } from "../../text/factor.ts";
import { useLang, useText } from "../../text/text.ts";
import type { Own } from "./page.tsx";
import { Codes } from "./recovery.tsx";

/** Passkeys: made with the browser, named, taken away. */
export function Passkeys({ own }: { readonly own: Own }) {
  const t = useText(factorText);
  return (
    <section aria-labelledby="sign-ins-passkeys">
      <h2 id="sign-ins-passkeys">{t("passkeys")}</h2>
      <p className="quiet">{t("passkeysLead")}</p>
      <ul className="work-list">
        {own.passkeys.map((passkey) => (
          <PasskeyRow key={passkey.credential} passkey={passkey} />
        ))}
      </ul>
      {passkeysWork() ? <AddPasskey /> : <p className="quiet">{t("passkeysNot")}</p>}
    </section>
  );
}

function PasskeyRow({ passkey }: { readonly passkey: Own["passkeys"][number] }) {
  const t = useText(factorText);
  const { lang } = useLang();
  const { state, send } = useCommand(endpoints.removePasskey);
  const { name, usedAt, refused, credential } = passkey;
  return (
    <li className="sign-ins-row">
      <span>
        <strong>{name}</strong> {refused ? <Tag tone="danger">{t("passkeyRefused")}</Tag> : null}
      </span>
      <span>
        {usedAt === null ? t("neverUsed") : t("used", { moment: momentInWords(usedAt, lang) })}
      </span>
      <button
        type="button"
        aria-disabled={state.sending}
        onClick={() => void send(() => ({ credential }))}
      >
        {t("removePasskey")}
        <span className="visually-hidden"> {name}</span>
      </button>
      <ProblemNote state={state} />
    </li>
  );
}

function AddPasskey() {
  const t = useText(factorText);
  const id = useId();
  const [name, setName] = useState(t("passkeyNameNow"));
  const [failed, setFailed] = useState(false);
  const [codes, setCodes] = useState<readonly string[]>();
  const begin = useCommand(endpoints.beginPasskey);
  const add = useCommand(endpoints.addPasskey);
  async function make(): Promise<void> {
    setFailed(false);
    const begun = await begin.send(() => ({}));
    if (begun === undefined) return;
    try {
      const passkey = await makePasskey(begun.options);
      const done = await add.send(() => ({ step: begun.step, name, passkey }));
      setCodes(done?.recovery ?? undefined);
    } catch (error) {
      if (!(error instanceof NoPasskeyError)) throw error;
      setFailed(true);
    }
  }
  return (
    <form
      className="work-form sign-ins-add"
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      {codes === undefined ? null : <Codes codes={codes} />}
      <div className="work-field">
        <label htmlFor={id}>{t("passkeyName")}</label>
        <input
          id={id}
          type="text"
          value={name}
          maxLength={60}
          required
          onChange={(event) => setName(event.target.value)}
        />
      </div>
      <button type="submit" aria-disabled={begin.state.sending || add.state.sending}>
        {t("addPasskey")}
      </button>
      {failed ? (
        <Notice tone="danger" role="alert">
          {t("noPasskey")}
        </Notice>
      ) : null}
      <ProblemNote state={begin.state} />
      <ProblemNote state={add.state} />
    </form>
  );
}
