import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { urlOf } from "../../api/client.ts";
import { endpoints } from "../../api/endpoints.ts";
import { childQuery } from "../../api/queries.ts";
import { useNameOf } from "../../components/person-label/name-of.ts";
import { accessesText } from "../../text/accesses.ts";
import { yearBefore } from "../../text/year-before.ts";
import { useText } from "../../text/text.ts";

const GUARDIAN = "guardian";

/** Who has looked, on paper for the child or a guardian by name. */
export function Extract({ akt, today }: { readonly akt: string; readonly today: string }) {
  const t = useText(accessesText);
  const named = useNameOf();
  const id = useId();
  const child = useQuery(childQuery(akt)).data;
  const [recipient, setRecipient] = useState("");
  const [from, setFrom] = useState(yearBefore(today));
  const [to, setTo] = useState(today);
  if (child === undefined) return null;
  const readers = [
    ...(child.ownCopy.gets ? [{ id: child.person, name: named(child.child) }] : []),
    ...child.parties
      .filter(({ kind, person }) => kind === GUARDIAN && person !== child.person)
      .map(({ person, label }) => ({ id: person, name: named(label) })),
  ];
  const [first] = readers;
  if (first === undefined) return null;
  const chosen = { recipient: recipient === "" ? first.id : recipient, from, to };
  return (
    <section className="accesses accesses-extract no-print">
      <h2>{t("extract")}</h2>
      <p className="quiet">{t("extractHelp")}</p>
      <div className="work-form">
        <div className="work-field">
          <label htmlFor={`${id}-for`}>{t("extractFor")}</label>
          <select
            id={`${id}-for`}
            value={chosen.recipient}
            onChange={(event) => setRecipient(event.target.value)}
          >
            {readers.map((reader) => (
              <option key={reader.id} value={reader.id}>
                {reader.name}
              </option>
            ))}
          </select>
        </div>
        <div className="work-field">
          <label htmlFor={`${id}-from`}>{t("extractFrom")}</label>
          <input
            id={`${id}-from`}
            type="date"
            value={from}
            onChange={(event) => setFrom(event.target.value)}
          />
        </div>
        <div className="work-field">
          <label htmlFor={`${id}-to`}>{t("extractTo")}</label>
          <input
            id={`${id}-to`}
            type="date"
            value={to}
            onChange={(event) => setTo(event.target.value)}
          />
        </div>
      </div>
      <a
        className="button"
        href={urlOf(endpoints.printAccesses.path, { akt }, chosen)}
        target="_blank"
        rel="noreferrer"
      >
        {t("makeExtract")}
      </a>
    </section>
  );
}
