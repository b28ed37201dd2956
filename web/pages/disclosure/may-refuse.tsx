import { useQuery } from "@tanstack/react-query";
import { REFUSAL } from "../../../src/domain/disclosure/disclosure-demands.ts";
import { meQuery, staffQuery } from "../../api/queries.ts";
import { Notice } from "../../components/notice/notice.tsx";
import { disclosureText } from "../../text/disclosure.ts";
import { useText } from "../../text/text.ts";
import { useRoleWords } from "../accounts/use-role-words.ts";

/** Tells beforehand whoever may examine and may not refuse; nothing to whom the delegation order names. */
export function MayRefuse({ kind }: { readonly kind: string }) {
  const t = useText(disclosureText);
  const roleOf = useRoleWords();
  const me = useQuery(meQuery).data;
  const staff = useQuery(staffQuery).data;
  if (me === undefined || staff === undefined) return null;
  const narrow = `${REFUSAL}.${kind}`;
  const named = staff.decisions.includes(narrow) ? narrow : REFUSAL;
  const able = staff.rights.filter(({ decides }) => decides.includes(named));
  const mine = staff.staff.find(({ id }) => id === me.staff);
  if (able.some(({ role, qualified }) => role === mine?.role && qualified === mine.qualified)) {
    return null;
  }
  const bodies = new Set(["committee", "board"]);
  const roles = [...new Set(able.map(({ role }) => role))].filter((role) => !bodies.has(role));
  return (
    <Notice>
      <p>{t("mayNotRefuse", { roles: roles.map((role) => roleOf(role)).join(", ") })}</p>
    </Notice>
  );
}
