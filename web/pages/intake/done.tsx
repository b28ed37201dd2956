import { Link } from "@tanstack/react-router";
import type { AnswerOf } from "../../api/client.ts";
import type { receiveReport } from "../../../src/contract/intake/receive-report.ts";
import { intakeText } from "../../text/intake.ts";
import { useText } from "../../text/text.ts";
import type { ChosenChild } from "./child-picker.tsx";
import { NextSteps } from "./next-steps.tsx";

export type Received = AnswerOf<typeof receiveReport>;

/** What was received: what can be done at once with it, and a way to each child. */
export function Done({
  title,
  received,
  known,
  onAnother,
}: {
  readonly title: string;
  readonly received: Received;
  readonly known: ReadonlyMap<string, ChosenChild>;
  readonly onAnother: () => void;
}) {
  const t = useText(intakeText);
  const n = received.children.length;
  return (
    <div className="intake">
      <h1 tabIndex={-1}>{title}</h1>
      <p className="lead" role="status">
        {n === 1 ? t("receivedOne") : t("receivedMany", { n })}
      </p>
      {received.children.map((child) => {
        const name = known.get(child.person)?.name ?? "";
        return (
          <section key={child.akt} className="received-child" aria-label={name}>
            <h2>{name}</h2>
            <p>
              <Link to="/child/$akt" params={{ akt: child.akt }}>
                {t("open", { name })}
              </Link>
            </p>
            <NextSteps akt={child.akt} matter={child.matter} />
          </section>
        );
      })}
      <button type="button" onClick={onAnother}>
        {t("another")}
      </button>
    </div>
  );
}
