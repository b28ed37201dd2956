import { Link } from "@tanstack/react-router";
import type { MatterAnswer } from "../../api/queries.ts";
import { codeLabel, usePack, useSay } from "../../spec/use-pack.ts";
import { paths } from "../../paths.ts";
import { childText } from "../../text/child.ts";
import { fullDay } from "../../text/dates.ts";
import { useLang, useText } from "../../text/text.ts";

const WORDS = {
  report: "earlierReport",
  investigation: "earlierInvestigation",
} as const;

/** What a report follows on within the time that counts, and how that is counted. */
export function CameBack({ report }: { readonly report: MatterAnswer["reports"][number] }) {
  const t = useText(childText);
  const { cameBack } = report;
  return (
    <>
      {cameBack.contacts.length === 0 ? null : (
        <>
          <p>
            <strong>{t("cameBack", { n: cameBack.months })}</strong>
          </p>
          <ul className="small">
            {cameBack.contacts.map((contact) => (
              <li key={`${contact.kind} ${contact.on} ${contact.code}`}>
                <Words contact={contact} running="runningElsewhere" />
              </li>
            ))}
          </ul>
        </>
      )}
      {cameBack.siblings.length === 0 ? null : (
        <>
          <p>
            <strong>{t("cameBackSiblings", { n: cameBack.months })}</strong>
          </p>
          <ul className="small">
            {cameBack.siblings.map((contact) => (
              <li key={`${contact.akt} ${contact.kind} ${contact.on} ${contact.code}`}>
                <Link {...paths.child(contact.akt)}>{contact.child.name}</Link>{" "}
                <Words contact={contact} running="runningOfSibling" />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

type Contact = MatterAnswer["reports"][number]["cameBack"]["contacts"][number];

function Words({
  contact: { kind, on, code },
  running,
}: {
  readonly contact: Contact;
  readonly running: "runningElsewhere" | "runningOfSibling";
}) {
  const t = useText(childText);
  const say = useSay();
  const pack = usePack();
  const { lang } = useLang();
  const list = kind === "report" ? "opening-outcome" : "investigation-result";
  const words = code === null ? "" : say(codeLabel(pack, list, code));
  return (
    <>
      {t(kind === "running" ? running : WORDS[kind], { day: fullDay(on, lang) })}
      {words === "" ? null : `: ${words}`}
    </>
  );
}
