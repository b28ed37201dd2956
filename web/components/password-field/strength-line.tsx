import { STRENGTHS, strengthOf } from "../../../src/contract/session/password-strength.ts";
import { entryText } from "../../text/entry.ts";
import { useText } from "../../text/text.ts";

const words = {
  short: "strengthShort",
  guessable: "strengthGuessable",
  fair: "strengthFair",
  strong: "strengthStrong",
} as const;

/** How strong a password is that somebody is choosing: a meter and the same in words, by the rules it is held to. */
export function StrengthLine({
  password,
  names,
}: {
  readonly password: string;
  readonly names: readonly string[];
}) {
  const t = useText(entryText);
  const strength = strengthOf(password, names);
  const most = STRENGTHS.length;
  return (
    <p className="strength">
      <meter
        aria-label={t("strength")}
        max={most}
        low={2.5}
        high={3.5}
        optimum={most}
        value={STRENGTHS.indexOf(strength) + 1}
      />
      <span role="status">{t(words[strength])}</span>
    </p>
  );
}
