import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { childQuery, meQuery, personQuery } from "../../api/queries.ts";
import { paths } from "../../paths.ts";
import { useAddress } from "../../shell/use-address.ts";
import { usePack } from "../../spec/use-pack.ts";
import { basicDataText } from "../../text/basic-data.ts";
import { useText } from "../../text/text.ts";
import { ChangeForm } from "./change-form.tsx";
import { Earlier } from "./earlier.tsx";
import { Family } from "./family.tsx";
import "./basic-data.css";

/** Basic data of the child or of somebody around it: changed from a day on, with its source and its history. */
export function Page(): ReactNode {
  const { akt, person } = useAddress();
  return <BasicData key={`${akt} ${person}`} akt={akt} person={person} />;
}

function BasicData({ akt, person }: { readonly akt: string; readonly person: string }) {
  const t = useText(basicDataText);
  const navigate = useNavigate();
  const pack = usePack();
  const child = useSuspenseQuery(childQuery(akt)).data;
  const me = useSuspenseQuery(meQuery).data;
  const data = useSuspenseQuery(personQuery(person)).data;
  const matter = child.matters.find(({ closedOn }) => closedOn === null) ?? child.matters[0];
  return (
    <div className="basic-data-page">
      <h1 tabIndex={-1}>{t("title", { name: data.label.name })}</h1>
      <p>{t("lead")}</p>
      <p className="no-print">
        <Link {...paths.child(akt)}>{t("back")}</Link>
      </p>
      {person === child.person ? (
        <Family child={child} custody={data.fields["custody"]} today={me.today} />
      ) : null}
      {matter === undefined ? null : (
        <ChangeForm
          pack={pack}
          place={{ akt, matter: matter.matter, person }}
          data={data}
          child={child}
          today={me.today}
          onDone={() => void navigate({ to: "/child/$akt", params: { akt }, hash: "people" })}
        />
      )}
      <Earlier pack={pack} data={data} />
    </div>
  );
}
