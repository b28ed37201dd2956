import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import type { makeDisclosureCopy } from "../../../src/contract/disclosure/disclosure-routes.ts";
import { type AnswerOf, urlOf } from "../../api/client.ts";
import { endpoints } from "../../api/endpoints.ts";
import { materialQuery } from "../../api/queries.ts";
import { useCommand } from "../../api/use-command.ts";
import { ProblemNote } from "../../components/problem-note/problem-note.tsx";
import { paths } from "../../paths.ts";
import { useAddress } from "../../shell/use-address.ts";
import { AnswerForm } from "../../spec/answer-form.tsx";
import { codeLabel, usePack } from "../../spec/use-pack.ts";
import { fullDay } from "../../text/dates.ts";
import { disclosureText } from "../../text/disclosure.ts";
import { useLang, useText } from "../../text/text.ts";
import { bodyFor } from "./body-for.ts";
import { Examination } from "./examination.tsx";
import { placeId } from "./material.ts";
import { MayRefuse } from "./may-refuse.tsx";
import "./disclosure.css";

const refused = "none";
const markedAbove = ["withheld"] as const;

/** One request: what it is about, paragraph by paragraph, what was decided, the copy, and that it was handed over. */
export function Page(): ReactNode {
  const { akt, disclosure } = useAddress();
  const t = useText(disclosureText);
  const { lang } = useLang();
  const pack = usePack();
  const material = useSuspenseQuery(materialQuery(akt, disclosure)).data;
  const { request, recipient, isParty, wants } = material;
  const { outcome, decidedOn, handedOn } = request;
  const [again, setAgain] = useState(false);
  const waits = handedOn === null;
  const { matter } = request;
  const body = bodyFor({ akt, matter, disclosure });
  const step = { akt, matter, item: disclosure, today: material.today, body };
  return (
    <div className="disclosure-page">
      <h1 tabIndex={-1}>
        {codeLabel(pack, "disclosure-kind", request.kind)[lang]}, {fullDay(request.on, lang)}
      </h1>
      <p className="no-print">
        <Link {...paths.disclosures(akt)}>{t("back")}</Link>
      </p>
      <p>
        {t("for", { name: recipient })} {t(isParty ? "party" : "stranger")}
      </p>
      {wants === "" ? null : (
        <p>
          <strong>{t("wants")}:</strong> <span lang="sv">{wants}</span>
        </p>
      )}
      {outcome === null || decidedOn === null ? null : (
        <p role="status">
          {t("decided", {
            day: fullDay(decidedOn, lang),
            outcome: codeLabel(pack, "disclosure-outcome", outcome)[lang],
          })}{" "}
          {handedOn === null ? t("again") : t("handed", { day: fullDay(handedOn, lang) })}
        </p>
      )}
      {outcome === null ? null : <Copy akt={akt} disclosure={disclosure} />}
      {outcome === null || outcome === refused || handedOn !== null ? null : (
        <section aria-labelledby="handing-title" className="no-print">
          <h2 id="handing-title">{t("handing")}</h2>
          <AnswerForm
            {...step}
            document="disclosure-handing"
            endpoint={endpoints.handOverDisclosure}
            verb={t("hand")}
            onDone={scrollUp}
          />
        </section>
      )}
      {waits && outcome !== null && !again ? (
        <p className="no-print">
          <button type="button" onClick={() => setAgain(true)}>
            {t("examineAgain")}
          </button>
        </p>
      ) : null}
      {waits && (outcome === null || again) ? (
        <section aria-labelledby="decision-title">
          <h2 id="decision-title">{t("paragraphs")}</h2>
          <MayRefuse kind={request.kind} />
          <AnswerForm
            {...step}
            document="disclosure-decision"
            endpoint={endpoints.decideDisclosure}
            hidden={markedAbove}
            verb={t("decide")}
            before={(draft) => <Examination material={material} draft={draft} />}
            onDone={() => {
              setAgain(false);
              scrollUp();
            }}
          />
        </section>
      ) : null}
    </div>
  );
}

function scrollUp(): void {
  document.querySelector("h1")?.focus();
}

function Copy({ akt, disclosure }: { readonly akt: string; readonly disclosure: string }) {
  const t = useText(disclosureText);
  const [made, setMade] = useState<AnswerOf<typeof makeDisclosureCopy>>();
  const { state, send } = useCommand(endpoints.makeDisclosureCopy);
  async function make(): Promise<void> {
    setMade(undefined);
    const answer = await send(() => ({ akt, disclosure }));
    if (answer !== undefined) setMade(answer);
  }
  return (
    <section aria-labelledby="copy-title" className="no-print">
      <h2 id="copy-title">{t("copy")}</h2>
      <p className="quiet">{t("copyStops")}</p>
      <div className="row">
        <button type="button" aria-disabled={state.sending} onClick={() => void make()}>
          {state.sending ? t("making") : t("make")}
        </button>
        <span role="status">
          {made === undefined ? null : (
            <a
              href={urlOf(endpoints.readFile.path, { file: made.file }, {})}
              target="_blank"
              rel="noreferrer"
            >
              {t("openCopy")}
            </a>
          )}
        </span>
      </div>
      <ProblemNote state={state} />
      <Places problems={state.problems} />
    </section>
  );
}

/** Links to the paragraphs that stop a copy. */
function Places({
  problems,
}: {
  readonly problems: readonly { readonly pointer?: string | undefined }[];
}) {
  const t = useText(disclosureText);
  const places = problems.flatMap(({ pointer }) =>
    pointer?.startsWith("/entries/") === true ? [pointer] : [],
  );
  if (places.length === 0) return null;
  return (
    <ul>
      {places.map((pointer) => (
        <li key={pointer}>
          <a href={`#${placeId(pointer)}`}>{t("toPlace", { n: pointer.split("/")[2] ?? "" })}</a>
        </li>
      ))}
    </ul>
  );
}
