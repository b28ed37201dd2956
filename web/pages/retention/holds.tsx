import { useState } from "react";
import { endpoints } from "../../api/endpoints.ts";
import { useCommand } from "../../api/use-command.ts";
import { ProblemNote } from "../../components/problem-note/problem-note.tsx";
import { useKeptWords } from "../../drafts/use-kept-words.ts";
import { dayOf, fullDay } from "../../text/dates.ts";
import { retentionText } from "../../text/retention.ts";
import { useLang, useText } from "../../text/text.ts";
import { Line } from "./line.tsx";
import type { RetentionAnswer } from "./page.tsx";

/** Akter that are held back, and holding back another. */
export function Holds({ holds }: Pick<RetentionAnswer, "holds">) {
  const t = useText(retentionText);
  return (
    <section aria-labelledby="retention-holds">
      <h2 id="retention-holds">{t("holds")}</h2>
      <p className="quiet">{t("holdsLead")}</p>
      {holds.length === 0 ? <p className="quiet">{t("holdsNone")}</p> : null}
      <ul className="work-list">
        {holds.map((hold) => (
          <HoldRow key={hold.hold} hold={hold} />
        ))}
      </ul>
      <HoldForm />
    </section>
  );
}

function HoldRow({ hold }: { readonly hold: RetentionAnswer["holds"][number] }) {
  const t = useText(retentionText);
  const { lang } = useLang();
  const [reason, setReason] = useKeptWords(`hold ${hold.hold}`);
  const [asked, setAsked] = useState(false);
  const { state, send } = useCommand(endpoints.liftHold);
  const by = { name: hold.setBy.name, day: fullDay(dayOf(hold.setAt), lang) };
  async function lift(): Promise<void> {
    setAsked(true);
    if (reason.trim() === "") return;
    const done = await send(() => ({ hold: hold.hold, reason }));
    if (done !== undefined) setReason("");
  }
  return (
    <li>
      <span>
        <strong>{hold.numbers.join(", ")}</strong>: {hold.reason}
      </span>
      <span className="quiet">{t("setBy", by)}</span>
      <form
        className="work-form no-print"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void lift();
        }}
      >
        <Line
          label={t("liftReason")}
          value={reason}
          problem={asked && reason.trim() === "" ? t("fill") : undefined}
          onWrite={setReason}
        />
        <button type="submit" aria-disabled={state.sending}>
          {t("lift")} <span className="visually-hidden">{hold.numbers.join(", ")}</span>
        </button>
        <ProblemNote state={state} />
      </form>
    </li>
  );
}

function HoldForm() {
  const t = useText(retentionText);
  const [number, setNumber] = useState("");
  const [reason, setReason] = useKeptWords("hold");
  const [asked, setAsked] = useState(false);
  const { state, send } = useCommand(endpoints.setHold);
  const lacks = (value: string) => (asked && value.trim() === "" ? t("fill") : undefined);
  async function give(): Promise<void> {
    setAsked(true);
    if (number.trim() === "" || reason.trim() === "") return;
    const done = await send((hold) => ({ hold, number: number.trim(), reason: reason.trim() }));
    if (done === undefined) return;
    setNumber("");
    setReason("");
    setAsked(false);
  }
  return (
    <form
      className="work-form no-print"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void give();
      }}
    >
      <Line label={t("holdNumber")} value={number} problem={lacks(number)} onWrite={setNumber} />
      <Line label={t("reason")} value={reason} problem={lacks(reason)} onWrite={setReason} />
      <button type="submit" aria-disabled={state.sending}>
        {t("hold")}
      </button>
      <ProblemNote state={state} />
    </form>
  );
}
