import { Link } from "@tanstack/react-router";
import type { AnswerOf } from "../../api/client.ts";
import type { receiveReport } from "../../../src/contract/intake/receive-report.ts";
import { intakeText } from "../../text/intake.ts";
import { useText } from "../../text/text.ts";
import type { ChosenChild } from "./child-picker.tsx";

export type Received = AnswerOf<typeof receiveReport>;

/** What was received, with a way to each child. */
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
    <div className="intake" role="status">
      <h1 tabIndex={-1}>{title}</h1>
      <p className="lead">{n === 1 ? t("receivedOne") : t("receivedMany", { n })}</p>
      <ul className="chips">
        {received.children.map((child) => (
          <li key={child.akt}>
            <Link to="/child/$akt" params={{ akt: child.akt }}>
              {t("open", { name: known.get(child.person)?.name ?? "" })}
            </Link>
          </li>
        ))}
      </ul>
      <button type="button" onClick={onAnother}>
        {t("another")}
      </button>
    </div>
  );
}
