import type { MatterAnswer } from "../../api/queries.ts";
import { codeLabel, usePack, useSay } from "../../spec/use-pack.ts";
import { childText } from "../../text/child.ts";
import { fullDay } from "../../text/dates.ts";
import { useLang, useText } from "../../text/text.ts";

const WORDS = {
  report: "earlierReport",
  investigation: "earlierInvestigation",
  running: "runningElsewhere",
} as const;

/** What a report follows on within the time that counts, and how that is counted. */
export function CameBack({ report }: { readonly report: MatterAnswer["reports"][number] }) {
  const t = useText(childText);
  const say = useSay();
  const pack = usePack();
  const { lang } = useLang();
  const { cameBack } = report;
  if (cameBack.contacts.length === 0) return null;
  return (
    <>
      <p>
        <strong>{t("cameBack", { n: cameBack.months })}</strong>
      </p>
      <ul className="small">
        {cameBack.contacts.map(({ kind, on, code }) => {
          const list = kind === "report" ? "opening-outcome" : "investigation-result";
          const words = code === null ? "" : say(codeLabel(pack, list, code));
          const day = fullDay(on, lang);
          return (
            <li key={`${kind} ${on} ${code}`}>
              {t(WORDS[kind], { day })}
              {words === "" ? null : `: ${words}`}
            </li>
          );
        })}
      </ul>
    </>
  );
}
