import type { MatterAnswer } from "../../api/queries.ts";
import { childText } from "../../text/child.ts";
import { fullDay } from "../../text/dates.ts";
import { useLang, useText } from "../../text/text.ts";

/** The follow-up of the child's situation: until when, the next day, and how often there was contact. */
export function FollowUp23({ matter }: { readonly matter: MatterAnswer }) {
  const t = useText(childText);
  const { lang } = useLang();
  const followUp = matter.followUp23;
  if (followUp === null) return null;
  const { decidedOn, until, nextOn, contacts, childAlone, endedOn } = followUp;
  const day = (on: string) => fullDay(on, lang);
  const facts = [
    t("followUp23Decided", { day: day(decidedOn) }),
    ...(until === null || endedOn !== null ? [] : [t("followUp23Until", { day: day(until) })]),
    ...(nextOn === null || endedOn !== null ? [] : [t("followUp23Next", { day: day(nextOn) })]),
    t("followUp23Contacts", { n: contacts, alone: childAlone }),
    ...(endedOn === null ? [] : [t("followUp23Ended", { day: day(endedOn) })]),
  ];
  return (
    <div className="link">
      <dt>{t("followUp23")}</dt>
      <dd>
        <p>{facts.join(", ")}</p>
      </dd>
    </div>
  );
}
