import { localCopies } from "../../local-copy/local-copies.ts";
import type { SaveState } from "../../drafts/save-state.ts";
import { formText } from "../../text/form.ts";
import { useLang, useText } from "../../text/text.ts";
import "./save-state.css";

const keyOf = {
  opening: "opening",
  untouched: "untouched",
  typing: "typing",
  saving: "saving",
  saved: "saved",
  "no-contact": "noContact",
  refused: "refused",
  gone: "gone",
} as const;

const troubles: ReadonlySet<SaveState["kind"]> = new Set(["no-contact", "refused", "gone"]);

/** The state of saving in words; only changes that matter are spoken. */
export function SaveStateLine({ state }: { readonly state: SaveState }) {
  const t = useText(formText);
  const { lang } = useLang();
  const at =
    state.kind === "saved"
      ? state.at.toLocaleTimeString(lang, { timeZone: "Europe/Stockholm" }).replaceAll(":", ".")
      : "";
  const key =
    state.kind === "no-contact" && localCopies.works() ? "noContactKept" : keyOf[state.kind];
  const words = t(key, { time: at });
  const troubled = troubles.has(state.kind);
  return (
    <p className={troubled ? "save-state troubled" : "save-state"}>
      <span aria-live="off">{words}</span>
      <span className="visually-hidden" role="status">
        {troubled || state.kind === "saved" ? t(troubled ? key : "untouched") : ""}
      </span>
    </p>
  );
}
