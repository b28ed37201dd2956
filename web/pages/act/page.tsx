import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useAddress, useSearchText } from "../../shell/use-address.ts";
import { actText } from "../../text/act.ts";
import { useText } from "../../text/text.ts";
import { ActForm } from "./act-form.tsx";

/** The form of one step as a page of its own; the child's page follows. */
export function Page(): ReactNode {
  const t = useText(actText);
  const navigate = useNavigate();
  const { akt, matter, command } = useAddress();
  const about = useSearchText("about");
  const toChild = () => navigate({ to: "/child/$akt", params: { akt } });
  return (
    <ActForm
      key={`${akt}/${matter}/${command}/${about}`}
      akt={akt}
      matterId={matter}
      asked={command}
      askedAbout={about}
      heading="h1"
      back={t("back")}
      onBack={() => void toChild()}
      onDone={toChild}
    />
  );
}
