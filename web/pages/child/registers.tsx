import type { MatterAnswer } from "../../api/queries.ts";
import { codeLabel, usePack, useSay } from "../../spec/use-pack.ts";
import { childText } from "../../text/child.ts";
import { fullDay } from "../../text/dates.ts";
import { useLang, useText } from "../../text/text.ts";

interface WithMatter {
  readonly matter: MatterAnswer;
}

/** Who has consented to what, and what was withdrawn. */
export function Consents({
  matter,
  names,
}: WithMatter & { readonly names: ReadonlyMap<string, string> }) {
  const t = useText(childText);
  const say = useSay();
  const pack = usePack();
  const { lang } = useLang();
  if (matter.consents.length === 0) return null;
  return (
    <div className="link">
      <dt>{t("consents")}</dt>
      <dd>
        {matter.consents.map((consent) => {
          const who = consent.by.map((person) => names.get(person) ?? "–").join(", ");
          const bodies = consent.bodies.map((body) => say(codeLabel(pack, "informant", body)));
          const facts = [
            t("consentGiven", { day: fullDay(consent.on, lang), who }),
            ...(consent.kind === null ? [] : [say(codeLabel(pack, "consent-kind", consent.kind))]),
            ...bodies,
            ...(consent.until === null
              ? []
              : [t("consentUntil", { day: fullDay(consent.until, lang) })]),
            ...(consent.withdrawnOn === null
              ? []
              : [t("consentWithdrawn", { day: fullDay(consent.withdrawnOn, lang) })]),
          ];
          return <p key={consent.consent}>{facts.join(", ")}</p>;
        })}
      </dd>
    </div>
  );
}

/** Results of instruments, oldest first, each with its interpretation. */
export function InstrumentResults({ matter }: WithMatter) {
  const t = useText(childText);
  const say = useSay();
  const pack = usePack();
  const { lang } = useLang();
  if (matter.instruments.length === 0) return null;
  const label = (list: string, code: string | null): readonly string[] =>
    code === null ? [] : [say(codeLabel(pack, list, code))];
  return (
    <div className="link">
      <dt>{t("instrumentResults")}</dt>
      <dd>
        {matter.instruments.map((each) => (
          <div key={each.result}>
            <p>
              {[
                ...label("instrument", each.instrument),
                fullDay(each.on, lang),
                ...label("instrument-respondent", each.respondent),
                ...label("instrument-occasion", each.occasion),
                ...(each.total === null ? [] : [valueOf(each.total, each.range, lang)]),
              ].join(", ")}
            </p>
            {each.interpretation === null ? null : (
              <p className="narrative">{each.interpretation}</p>
            )}
            {each.cutoff === null ? null : (
              <p className="quiet">
                {each.cutoff[lang]} ({each.cutoff.source})
              </p>
            )}
          </div>
        ))}
      </dd>
    </div>
  );
}

function valueOf(
  total: number,
  range: MatterAnswer["instruments"][number]["range"],
  lang: "sv" | "en",
): string {
  const value = total.toLocaleString(lang === "sv" ? "sv-SE" : "en-GB");
  return range === null ? value : `${value} (${range.min}–${range.max})`;
}
