import { Suspense, useState } from "react";
import { Link } from "@tanstack/react-router";
import { useQuery } from "@tanstack/react-query";
import { urlOf } from "../../api/client.ts";
import { endpoints } from "../../api/endpoints.ts";
import { type ChildPageAnswer, lettersQuery } from "../../api/queries.ts";
import { useCommand } from "../../api/use-command.ts";
import { ProblemNote } from "../../components/problem-note/problem-note.tsx";
import { paths } from "../../paths.ts";
import { Loading } from "../../shell/error-view.tsx";
import { codeLabel, usePack } from "../../spec/use-pack.ts";
import { fullDay } from "../../text/dates.ts";
import { letterText } from "../../text/letter.ts";
import { useLang, useText } from "../../text/text.ts";
import { ChildAnswer } from "./child-answer.tsx";
import type { Letters as LettersAnswer } from "../letter/use-letter.ts";
import { useMatterName } from "./use-matter-name.ts";

type Sent = LettersAnswer["sent"][number];

/** Its answer is the child's own words, so it has a form; any other is a day. */
const childsVersion = "child-version";

const nothing: LettersAnswer = { possible: [], sent: [] };

/** Letters to named recipients: where they are written, and those that were sent. */
export function Letters({
  child,
  today,
}: {
  readonly child: ChildPageAnswer;
  readonly today: string;
}) {
  const t = useText(letterText);
  const nameOf = useMatterName();
  // The page does not wait for its letters: they stand far down.
  const { possible, sent } = useQuery(lettersQuery(child.akt)).data ?? nothing;
  const writes = child.may.includes("akt.write");
  const writable = child.matters.filter(
    ({ matter }) => writes && possible.some((one) => one.matter === matter),
  );
  return (
    <section className="child-section no-print" id="letters" aria-labelledby="letters-title">
      <h2 id="letters-title">{t("letters")}</h2>
      <p className="quiet">{t("lettersLead")}</p>
      <ul className="plain-list">
        {writable.map((matter) => (
          <li key={matter.matter}>
            <Link data-row="" {...paths.letter(child.akt, matter.matter)}>
              {t("write")}
            </Link>{" "}
            <span className="quiet">{nameOf(matter)}</span>
          </li>
        ))}
      </ul>
      <h3 className="letters-sent">{t("sentTitle")}</h3>
      {sent.length === 0 ? (
        <p className="quiet">{t("noneSent")}</p>
      ) : (
        <ul className="plain-list">
          {sent.map((one) => (
            <SentLetter key={one.letter} akt={child.akt} sent={one} today={today} />
          ))}
        </ul>
      )}
    </section>
  );
}

function SentLetter({
  akt,
  sent,
  today,
}: {
  readonly akt: string;
  readonly sent: Sent;
  readonly today: string;
}) {
  const t = useText(letterText);
  const { lang } = useLang();
  const { state, send } = useCommand(endpoints.recordLetterAnswer);
  const [answering, setAnswering] = useState(false);
  const pack = usePack();
  const { matter, letter, kind, on, by, answerBy, answeredOn, file, enclosed, said } = sent;
  const { understood } = sent;
  const to = lang === "en" ? sent.toEn : sent.to;
  const facts = [
    t("sentLine", { name: sent[lang], to, day: fullDay(on, lang) }),
    ...(by === null ? [] : [t("handedBy", { by })]),
    ...(enclosed === 0 ? [] : [enclosed === 1 ? t("oneEnclosed") : t("enclosed", { n: enclosed })]),
    ...(answerBy === null ? [] : [t("answerBy", { day: fullDay(answerBy, lang) })]),
    ...(answeredOn === null ? [] : [t("answered", { day: fullDay(answeredOn, lang) })]),
    ...(understood === null
      ? []
      : [t("understood", { what: codeLabel(pack, "understood", understood)[lang] })]),
    ...(said ? [t("childSaid")] : []),
  ];
  return (
    <li>
      {facts.join(", ")}{" "}
      {file === null ? null : (
        <a href={urlOf(endpoints.readFile.path, { file }, {})} target="_blank" rel="noreferrer">
          {t("openFile")}
        </a>
      )}{" "}
      {kind === childsVersion && answeredOn === null && !answering ? (
        <button type="button" className="plain" onClick={() => setAnswering(true)}>
          {t("childAnswer")}
        </button>
      ) : null}
      {answering ? (
        <Suspense fallback={<Loading />}>
          <ChildAnswer
            akt={akt}
            matter={matter}
            letter={letter}
            onDone={() => setAnswering(false)}
          />
        </Suspense>
      ) : null}
      {kind !== childsVersion && answeredOn === null ? (
        <button
          type="button"
          className="plain"
          aria-disabled={state.sending}
          onClick={() =>
            void send((commandId) => ({
              commandId,
              akt,
              matter,
              ids: { letter },
              data: { answeredOn: today },
              reasons: {},
              expect: {},
            }))
          }
        >
          {t("recordAnswer")}
        </button>
      ) : null}
      <ProblemNote state={state} />
    </li>
  );
}
