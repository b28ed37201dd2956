import { useSuspenseQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { handover } from "../../../src/contract/views/handover.ts";
import type { AnswerOf } from "../../api/client.ts";
import { handoverQuery } from "../../api/queries.ts";
import { ClockLine } from "../../components/clock-row/clock-line.tsx";
import { useAddress } from "../../shell/use-address.ts";
import { usePack } from "../../spec/use-pack.ts";
import { phaseText } from "../../text/clock.ts";
import { dayOf, fullDay } from "../../text/dates.ts";
import { handoverText } from "../../text/handover.ts";
import { useLang, useText } from "../../text/text.ts";
import { PlanQuestions } from "../child/plan-questions.tsx";
import "./handover.css";

export type HandoverAnswer = AnswerOf<typeof handover>;

/** One matter on one page for whoever takes it over: nothing is written here, it can be printed. */
export function Page(): ReactNode {
  const { akt, matter } = useAddress();
  const answer = useSuspenseQuery(handoverQuery(akt, matter)).data;
  return <Handover of={answer} />;
}

interface Of {
  readonly of: HandoverAnswer;
}

/** The page of one matter, from the answer of the server. */
export function Handover({ of }: Of) {
  const t = useText(handoverText);
  const { lang } = useLang();
  return (
    <div className="handover-page">
      <h1 tabIndex={-1}>{t("title")}</h1>
      <p className="quiet">{t("lead", { day: fullDay(of.today, lang) })}</p>
      <button type="button" className="no-print" onClick={() => window.print()}>
        {t("print")}
      </button>
      <Standing of={of} />
      <HandedOver of={of} />
      <Part id="why" empty={of.why.length === 0}>
        {of.why.map((reason, at) => (
          <li key={`${reason.what.id} ${at}`}>
            <strong>{reason.what[lang]}</strong>, {fullDay(reason.on, lang)}
            {reason.texts.map((text) => (
              <p key={text} className="narrative">
                {text}
              </p>
            ))}
          </li>
        ))}
      </Part>
      <Part id="due" plain empty={of.clocks.length === 0}>
        {of.clocks.map((clock) => (
          <ClockLine key={clock.clock} clock={clock} />
        ))}
      </Part>
      <Part id="promised" empty={of.promised.length === 0}>
        {of.promised.map(({ what, to, on }, at) => (
          <li key={`${what.id} ${at}`}>
            {[what[lang], to?.[lang], on === null ? t("noDay") : fullDay(on, lang)]
              .filter((part) => part !== undefined)
              .join(", ")}
          </li>
        ))}
      </Part>
      <Contacts of={of} />
      <section className="handover-part" aria-labelledby="handover-questions">
        <h2 id="handover-questions">{t("questions")}</h2>
        {of.questions.length === 0 ? <p className="quiet">{t("questionsEmpty")}</p> : null}
        <PlanQuestions questions={of.questions} />
      </section>
      <Unfinished of={of} />
    </div>
  );
}

function Standing({ of }: Of) {
  const t = useText(handoverText);
  const phase = useText(phaseText);
  const { lang } = useLang();
  const known = of.phase in phaseText;
  const where = known ? phase(of.phase as keyof typeof phaseText & string) : of.phase;
  const who = [
    t("worker", { name: of.worker?.name ?? t("nobody") }),
    ...(of.coWorker === null ? [] : [t("coWorker", { name: of.coWorker.name })]),
    ...(of.unit === null ? [] : [of.unit.name]),
    ...(of.number === null ? [] : [t("number", { number: of.number })]),
  ];
  return (
    <div className="handover-standing">
      <p>{t("standing", { phase: where, day: fullDay(of.startedOn, lang) })}</p>
      <p className="quiet">{who.join(", ")}</p>
    </div>
  );
}

/** What the unit that hands over says to the one that receives. */
function HandedOver({ of: { handedOver } }: Of) {
  const t = useText(handoverText);
  const { lang } = useLang();
  if (handedOver === null) return null;
  const { to, on, by, remaining, toKnow } = handedOver;
  return (
    <section className="handover-part" aria-labelledby="handover-handed">
      <h2 id="handover-handed">{t("handedOver", { unit: to })}</h2>
      <p className="quiet">{t("handedBy", { name: by, day: fullDay(on, lang) })}</p>
      {remaining === null ? null : <p className="narrative">{remaining}</p>}
      {toKnow === null ? null : (
        <>
          <h3>{t("toKnow")}</h3>
          <p className="narrative">{toKnow}</p>
        </>
      )}
    </section>
  );
}

function Contacts({ of }: Of) {
  const t = useText(handoverText);
  const { lang } = useLang();
  return (
    <Part id="contacts" empty={of.contacts.length === 0}>
      {of.contacts.map((contact, at) => {
        const alone = contact.alone === null ? [] : [t(contact.alone ? "alone" : "notAlone")];
        return (
          <li key={`${contact.on} ${at}`}>
            {[fullDay(contact.on, lang), contact.what[lang], ...alone, contact.by].join(", ")}
            {contact.summary === null ? null : <p className="narrative">{contact.summary}</p>}
            {contact.childsWords === null ? null : (
              <blockquote className="narrative">{contact.childsWords}</blockquote>
            )}
          </li>
        );
      })}
    </Part>
  );
}

/** What somebody began, and what somebody else is to answer. */
function Unfinished({ of }: Of) {
  const t = useText(handoverText);
  const { lang } = useLang();
  const pack = usePack();
  return (
    <>
      <Part id="drafts" empty={of.drafts.length === 0}>
        {of.drafts.map(({ draft, document, by, changedAt }) => (
          <li key={draft}>
            {t("draftLine", {
              name: pack.documents[document]?.name[lang] ?? document,
              by,
              day: fullDay(dayOf(changedAt), lang),
            })}
          </li>
        ))}
      </Part>
      <Part id="letters" empty={of.letters.length === 0}>
        {of.letters.map(({ letter, name, to, on, answerBy }) => (
          <li key={letter}>
            {t("letterLine", { name: name[lang], to: to[lang], day: fullDay(on, lang) })}
            {answerBy === null ? null : `, ${t("answerBy", { day: fullDay(answerBy, lang) })}`}
          </li>
        ))}
      </Part>
    </>
  );
}

type PartId = "why" | "due" | "promised" | "contacts" | "drafts" | "letters";

interface PartProps {
  readonly id: PartId;
  readonly empty: boolean;
  /** Without bullets: each line has a mark of its own. */
  readonly plain?: boolean;
  readonly children: ReactNode;
}

/** A heading with its list, or the words for that there is nothing. */
function Part({ id, empty, plain = false, children }: PartProps) {
  const t = useText(handoverText);
  const title = `handover-${id}`;
  return (
    <section className="handover-part" aria-labelledby={title}>
      <h2 id={title}>{t(id)}</h2>
      {empty ? (
        <p className="quiet">{t(`${id}Empty`)}</p>
      ) : (
        <ul className={plain ? "handover-plain" : undefined}>{children}</ul>
      )}
    </section>
  );
}
