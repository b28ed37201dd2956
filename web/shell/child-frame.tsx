import type { ReactNode } from "react";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, Outlet, useMatchRoute } from "@tanstack/react-router";
import { Suspense, useEffect } from "react";
import { childQuery } from "../api/queries.ts";
import { PersonMark } from "../components/person-label/person-mark.tsx";
import { PersonNumber } from "../components/person-label/person-number.tsx";
import { Tag } from "../components/tag/tag.tsx";
import { paths } from "../paths.ts";
import { findText } from "../text/find.ts";
import { personText } from "../text/person.ts";
import { useText } from "../text/text.ts";
import { Loading } from "./error-view.tsx";
import { openFiles } from "./open-files.ts";
import { showPanel } from "./shown-panel.ts";
import { useAddress } from "./use-address.ts";
import "./child-frame.css";

/** Around every page about one child: who it is, always in view, with the child's own stripe. */
export function ChildFrame(): ReactNode {
  const { akt } = useAddress();
  const child = useSuspenseQuery(childQuery(akt)).data;
  const label = child.child;
  useEffect(() => openFiles.open({ akt, child: label }), [akt, label]);
  return (
    <div className={`child-frame stripe-${label.stripe}`}>
      <ChildHeader akt={akt} />
      <div className="child-room">
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </div>
    </div>
  );
}

function ChildHeader({ akt }: { readonly akt: string }) {
  const t = useText(personText);
  const f = useText(findText);
  const { child, person, protection } = useSuspenseQuery(childQuery(akt)).data;
  const onChildPage = useMatchRoute()({ to: "/child/$akt", params: { akt } }) !== false;
  return (
    <header className="child-header">
      <PersonMark stripe={child.stripe} size="large" />
      <div className="child-who">
        {onChildPage ? (
          <h1 tabIndex={-1}>{child.name}</h1>
        ) : (
          <p className="child-name">
            <Link {...paths.child(akt)}>{child.name}</Link>
          </p>
        )}
        {child.age === null ? null : <span>{t("age", { n: child.age })}</span>}
        <PersonNumber person={person} masked={child.number} />
        <button type="button" className="plain small no-print" onClick={() => showPanel("find")}>
          {f("open")}
        </button>
      </div>
      {protection === null && !child.protected ? null : (
        <p className="child-protected">
          <Tag tone="warn">{t("protected")}</Tag>
          {protection === null || protection.whoMaySee.length === 0 ? null : (
            <span>{t("mayBeSeenBy", { names: protection.whoMaySee.join(", ") })}</span>
          )}
        </p>
      )}
    </header>
  );
}
