import { Link } from "@tanstack/react-router";
import type { ComponentProps } from "react";
import { paths } from "../../paths.ts";
import { PersonLabel } from "./person-label.tsx";

interface ChildLinkProps {
  readonly akt: string;
  readonly child: ComponentProps<typeof PersonLabel>["person"];
}

/** The child that a row of a list is about, as the way to its page. The arrow keys go from one to the next. */
export function ChildLink({ akt, child }: ChildLinkProps) {
  return (
    <Link className="work-child" data-row="" {...paths.child(akt)}>
      <PersonLabel person={child} />
    </Link>
  );
}
