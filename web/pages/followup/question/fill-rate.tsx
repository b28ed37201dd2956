import { Link } from "@tanstack/react-router";
import type { CatalogueVariable } from "../../../api/queries.ts";
import { paths } from "../../../paths.ts";
import { followupText } from "../../../text/followup.ts";
import { useText } from "../../../text/text.ts";

/** How often a variable is answered, with the way to everything known of it. */
export function FillRate({ variable }: { readonly variable: CatalogueVariable | undefined }) {
  const t = useText(followupText);
  if (variable === undefined) return null;
  const { fill } = variable;
  return (
    <p className="fill">
      {fill === null || fill.n === 0
        ? t("fillNone")
        : t("fill", { percent: Math.round((fill.filled / fill.n) * 100), n: fill.n })}{" "}
      · <Link {...paths.variables(variable.id)}>{t("about")}</Link>
    </p>
  );
}
