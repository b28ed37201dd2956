import { Link } from "@tanstack/react-router";
import type { ChildPageAnswer } from "../../api/queries.ts";
import { paths } from "../../paths.ts";
import { childText } from "../../text/child.ts";
import { shellText } from "../../text/shell.ts";
import { useText } from "../../text/text.ts";

const pages = [
  ["disclosures", paths.disclosures, "akt.disclose"],
  ["reach", paths.reach, "akt.bar"],
  ["accesses", paths.accesses, "log.read"],
] as const;

/** The pages about the file itself, beside those about the child, for those who may use them. */
export function AboutFile({ child: { akt, may } }: { readonly child: ChildPageAnswer }) {
  const t = useText(childText);
  const s = useText(shellText);
  const shown = pages.filter(([, , action]) => may.includes(action));
  if (shown.length === 0) return null;
  return (
    <nav className="child-file" aria-label={t("aboutFile")}>
      {shown.map(([id, path]) => (
        <Link key={id} {...path(akt)}>
          {s(id)}
        </Link>
      ))}
    </nav>
  );
}
