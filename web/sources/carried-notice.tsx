import { carriedOf, carriedState, type CarriedText } from "../../src/domain/sources/carried.ts";
import { CARRIED } from "../../src/domain/sources/citations.ts";
import { useAnswer, useAnswers, useForm } from "../spec/form-context.ts";
import { fullDay } from "../text/dates.ts";
import { sourcesText } from "../text/sources.ts";
import { useLang, useText } from "../text/text.ts";
import type { BesideValue } from "./beside-context.ts";

/** Tells where the text of a field was brought from, and asks whether it still holds. */
export function CarriedNotice({
  path,
  beside,
}: {
  readonly path: string;
  readonly beside: BesideValue;
}) {
  const list = useAnswer(CARRIED, undefined);
  return carriedOf(list === undefined ? {} : { [CARRIED]: list })
    .filter(({ field }) => field === path)
    .map((carried) => <Carried key={carried.id} carried={carried} beside={beside} />);
}

function Carried({
  carried,
  beside,
}: {
  readonly carried: CarriedText;
  readonly beside: BesideValue;
}) {
  const t = useText(sourcesText);
  const { lang } = useLang();
  const form = useForm();
  const state = carriedState(useAnswers(), carried);
  if (state === "gone") return null;
  const { entry, document, on } = carried;
  const from = t("carriedFrom", {
    document: beside.documentName(document),
    day: on === undefined ? "" : fullDay(on, lang),
  });
  const origin =
    entry === undefined ? null : (
      <button type="button" className="plain small" onClick={() => beside.openEntry(entry, from)}>
        {t("showOrigin")}
      </button>
    );
  if (state !== "waiting") {
    return (
      <p className="carried-done quiet small">
        {from} {t(state)} {origin}
      </p>
    );
  }
  return (
    <div className="carried" role="group" aria-label={from}>
      <p>
        {from} <strong>{t("stillHolds")}</strong>
      </p>
      <div className="row">
        <button
          type="button"
          onClick={(event) => {
            event.currentTarget.closest(".citing")?.querySelector("textarea")?.focus();
            form.set(`carried/${carried.id}/confirmed`, true);
          }}
        >
          {t("holds")}
        </button>
        {origin}
      </div>
    </div>
  );
}
