import { correction, generate } from "lean-qr";
import { useId, useMemo, useState } from "react";
import type { beginTotp } from "../../../src/contract/session/own-factors.ts";
import type { AnswerOf } from "../../api/client.ts";
import { endpoints } from "../../api/endpoints.ts";
import { useCommand } from "../../api/use-command.ts";
import { ProblemNote } from "../../components/problem-note/problem-note.tsx";
import { factorText } from "../../text/factor.ts";
import { useText } from "../../text/text.ts";
import type { Own } from "./page.tsx";
import { Codes } from "./recovery.tsx";

type Shown = AnswerOf<typeof beginTotp>;

/** Codes of an app on the telephone: added with a picture and a first code, taken away. */
export function Telephone({ own }: { readonly own: Own }) {
  const t = useText(factorText);
  const [shown, setShown] = useState<Shown>();
  const [codes, setCodes] = useState<readonly string[]>();
  const begin = useCommand(endpoints.beginTotp);
  const remove = useCommand(endpoints.removeTotp);
  return (
    <section aria-labelledby="sign-ins-telephone">
      <h2 id="sign-ins-telephone">{t("telephone")}</h2>
      <p className="quiet">{t(own.totp ? "telephoneOn" : "telephoneOff")}</p>
      {codes === undefined ? null : <Codes codes={codes} />}
      {own.totp ? (
        <button
          type="button"
          aria-disabled={remove.state.sending}
          onClick={() => void remove.send(() => ({}))}
        >
          {t("removeTelephone")}
        </button>
      ) : shown === undefined ? (
        <button
          type="button"
          aria-disabled={begin.state.sending}
          onClick={() => void begin.send(() => ({})).then(setShown)}
        >
          {t("addTelephone")}
        </button>
      ) : (
        <FirstCode
          shown={shown}
          onDone={(recovery) => {
            setShown(undefined);
            setCodes(recovery ?? undefined);
          }}
        />
      )}
      <ProblemNote state={own.totp ? remove.state : begin.state} />
    </section>
  );
}

function FirstCode({
  shown,
  onDone,
}: {
  readonly shown: Shown;
  readonly onDone: (recovery: readonly string[] | null) => void;
}) {
  const t = useText(factorText);
  const id = useId();
  const [code, setCode] = useState("");
  const { state, send } = useCommand(endpoints.confirmTotp);
  const letters = shown.letters.replace(/(.{4})(?=.)/gu, "$1 ");
  return (
    <form
      className="sign-ins-app"
      onSubmit={(event) => {
        event.preventDefault();
        void send(() => ({ code })).then((done) =>
          done === undefined ? undefined : onDone(done.recovery),
        );
      }}
    >
      <p>{t("scan")}</p>
      <Picture uri={shown.uri} label={t("picture")} />
      <p>
        {t("key")}: <code>{letters}</code>
      </p>
      <div className="field">
        <label htmlFor={id}>{t("code")}</label>
        <input
          id={id}
          type="text"
          inputMode="numeric"
          autoComplete="one-time-code"
          value={code}
          maxLength={10}
          onChange={(event) => setCode(event.target.value)}
          required
        />
      </div>
      <button type="submit" className="primary" aria-disabled={state.sending}>
        {t("goOn")}
      </button>
      <ProblemNote state={state} />
    </form>
  );
}

/** As SVG, drawn here: the secret goes to nobody who would draw it. */
function Picture({ uri, label }: { readonly uri: string; readonly label: string }) {
  const { size, path } = useMemo(() => {
    const code = generate(uri, { minCorrectionLevel: correction.M });
    const dots: string[] = [];
    for (let y = 0; y < code.size; y += 1) {
      for (let x = 0; x < code.size; x += 1) {
        if (code.get(x, y)) dots.push(`M${x} ${y}h1v1h-1z`);
      }
    }
    return { size: code.size, path: dots.join("") };
  }, [uri]);
  return (
    <svg
      className="sign-ins-picture"
      role="img"
      aria-label={label}
      viewBox={`-4 -4 ${size + 8} ${size + 8}`}
      shapeRendering="crispEdges"
    >
      <path d={path} />
    </svg>
  );
}
