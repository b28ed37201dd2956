import type { ReactNode } from "react";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { urlOf } from "../../../api/client.ts";
import { endpoints } from "../../../api/endpoints.ts";
import { type Catalogue, catalogueQuery } from "../../../api/queries.ts";
import { useSearchText } from "../../../shell/use-address.ts";
import { catalogueText } from "../../../text/catalogue.ts";
import { useLang, useText } from "../../../text/text.ts";
import { FileLinks } from "../file-links.tsx";
import { everything, matching, type Wanted } from "./matching.ts";
import { Narrow } from "./narrow.tsx";
import { OnRequest } from "./on-request.tsx";
import { VariableEntry } from "./variable-entry.tsx";
import "./variables.css";

/** What can be followed up, what each variable means, and how to ask for more. */
export function Page(): ReactNode {
  const t = useText(catalogueText);
  const { lang } = useLang();
  const opened = useSearchText("variable");
  const catalogue = useSuspenseQuery(catalogueQuery).data;
  const [wanted, setWanted] = useState<Wanted>(everything);
  const shown = matching(catalogue, wanted, lang);
  return (
    <>
      <h1 tabIndex={-1}>{t("title")}</h1>
      <Starter catalogue={catalogue} />
      <Narrow catalogue={catalogue} wanted={wanted} onChange={setWanted} />
      <p role="status" className="quiet">
        {t(shown.length === 1 ? "foundOne" : "found", { n: shown.length })}
      </p>
      {catalogue.steps.map((step) => {
        const ofStep = shown.filter((variable) => variable.step === step.id);
        return ofStep.length === 0 ? null : (
          <section key={step.id} className="variables-step" aria-labelledby={`step-${step.id}`}>
            <h2 id={`step-${step.id}`}>{step.label[lang]}</h2>
            {ofStep.map((variable) => (
              <VariableEntry
                key={variable.id}
                variable={variable}
                catalogue={catalogue}
                opened={variable.id === opened}
              />
            ))}
          </section>
        );
      })}
    </>
  );
}

/** What a board begins with and why, the whole list as a file, and what can be switched on. */
function Starter({ catalogue }: { readonly catalogue: Catalogue }) {
  const t = useText(catalogueText);
  const { lang } = useLang();
  const whole = catalogue.variables.filter(({ id }) => !id.includes("."));
  const starter = whole.filter((variable) => variable.starter);
  return (
    <div className="stack variables-starter">
      <p>{t("starter", { n: starter.length })}</p>
      <p>
        {t("others", { n: whole.filter(({ available }) => available).length - starter.length })}
      </p>
      <OnRequest
        variables={catalogue.onRequest}
        asked={catalogue.asked}
        since={catalogue.switchedOn}
      />
      <FileLinks
        label={t("codebook")}
        hrefOf={(kind) => urlOf(endpoints.downloadCodebook.path, {}, { kind, lang })}
      />
    </div>
  );
}
