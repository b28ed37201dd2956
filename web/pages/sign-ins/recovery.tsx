import { useState } from "react";
import { endpoints } from "../../api/endpoints.ts";
import { useCommand } from "../../api/use-command.ts";
import { Notice } from "../../components/notice/notice.tsx";
import { ProblemNote } from "../../components/problem-note/problem-note.tsx";
import { factorText } from "../../text/factor.ts";
import { useText } from "../../text/text.ts";

/** Codes on paper: how many are left, and new ones. */
export function Recovery({ left }: { readonly left: number }) {
  const t = useText(factorText);
  const [codes, setCodes] = useState<readonly string[]>();
  const { state, send } = useCommand(endpoints.makeRecovery);
  return (
    <section aria-labelledby="sign-ins-recovery">
      <h2 id="sign-ins-recovery">{t("recovery")}</h2>
      <p className="quiet">{t("recoveryLeft", { n: left })}</p>
      {codes === undefined ? null : <Codes codes={codes} />}
      <button
        type="button"
        aria-disabled={state.sending}
        onClick={() => void send(() => ({})).then((done) => setCodes(done?.codes))}
      >
        {t("recoveryNew")}
      </button>
      <ProblemNote state={state} />
    </section>
  );
}

/** Codes that are shown this once. */
export function Codes({ codes }: { readonly codes: readonly string[] }) {
  const t = useText(factorText);
  return (
    <Notice tone="good" role="status">
      <h3>{t("recovery")}</h3>
      <p>{t("recoveryShown")}</p>
      <ul className="sign-ins-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <button type="button" className="no-print" onClick={() => window.print()}>
        {t("print")}
      </button>
    </Notice>
  );
}
