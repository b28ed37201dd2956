import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useId, useState } from "react";
import { endpoints } from "../../api/endpoints.ts";
import { glassOfferQuery } from "../../api/queries.ts";
import { useCommand } from "../../api/use-command.ts";
import { ProblemNote } from "../../components/problem-note/problem-note.tsx";
import { useKeptWords } from "../../drafts/use-kept-words.ts";
import { glassText } from "../../text/glass.ts";
import { useLang, useText } from "../../text/text.ts";
import "./glass.css";

/** Where an akt was refused: how to open it all the same in an emergency. The same for every akt. */
export function GlassOffer({
  akt,
  onOpened,
}: {
  readonly akt: string;
  readonly onOpened: () => void;
}): ReactNode {
  const t = useText(glassText);
  const { lang } = useLang();
  const id = useId();
  const offer = useQuery(glassOfferQuery()).data;
  const [kind, setKind] = useState("");
  const [reason, setReason] = useKeptWords(`glass ${akt}`);
  const [asked, setAsked] = useState(false);
  const { state, send } = useCommand(endpoints.openGlass);
  if (offer === undefined) return null;
  const { hours, followUpDays, shortestReason, law } = offer;
  const short = reason.trim().length < shortestReason;
  async function open(): Promise<void> {
    setAsked(true);
    if (kind === "" || short) return;
    const done = await send((commandId) => ({ commandId, akt, opening: commandId, kind, reason }));
    if (done === undefined) return;
    setReason("");
    onOpened();
  }
  return (
    <details className="glass-offer">
      <summary>{t("open")}</summary>
      <p>{t("lead", { hours, days: followUpDays, law: law[lang] })}</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void open();
        }}
      >
        <div className="work-field">
          <label htmlFor={`${id}-kind`}>{t("kind")}</label>
          <select
            id={`${id}-kind`}
            value={kind}
            aria-invalid={asked && kind === ""}
            aria-describedby={`${id}-kind-problem`}
            onChange={(event) => setKind(event.target.value)}
          >
            <option value="">{t("choose")}</option>
            {offer.kinds.map((each) => (
              <option key={each.id} value={each.id}>
                {each[lang]}
              </option>
            ))}
          </select>
          {asked && kind === "" ? (
            <p id={`${id}-kind-problem`} className="field-problem">
              {t("fill")}
            </p>
          ) : null}
        </div>
        <label htmlFor={`${id}-reason`}>{t("reason")}</label>
        <p id={`${id}-help`} className="quiet">
          {t("reasonHelp", { n: shortestReason })}
        </p>
        <textarea
          lang="sv"
          spellCheck
          id={`${id}-reason`}
          rows={4}
          maxLength={offer.longestReason}
          autoComplete="off"
          value={reason}
          aria-invalid={asked && short}
          aria-describedby={`${id}-help ${id}-reason-problem`}
          onChange={(event) => setReason(event.target.value)}
        />
        {asked && short ? (
          <p id={`${id}-reason-problem`} className="field-problem">
            {t("fill")}
          </p>
        ) : null}
        <ProblemNote state={state} />
        <button type="submit" className="primary" aria-disabled={state.sending}>
          {state.sending ? t("sending") : t("doOpen", { hours })}
        </button>
      </form>
    </details>
  );
}
