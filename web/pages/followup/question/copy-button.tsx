import { useState } from "react";
import { followupText } from "../../../text/followup.ts";
import { useText } from "../../../text/text.ts";

/** Copies a text and says so; where the browser does not allow it, shows it to be copied by hand. */
export function CopyButton({
  words,
  textOf,
}: {
  readonly words: string;
  readonly textOf: () => string;
}) {
  const t = useText(followupText);
  const [told, setTold] = useState<"" | "copied" | "refused">("");
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(textOf());
      setTold("copied");
    } catch {
      setTold("refused");
    }
  }
  return (
    <>
      <button type="button" onClick={() => void copy()}>
        {words}
      </button>
      <span role="status" className={told === "refused" ? "copy-by-hand" : undefined}>
        {told === "copied" ? t("copied") : told === "refused" ? textOf() : ""}
      </span>
    </>
  );
}
