import { useId, useState } from "react";
import type { makePrint } from "../../../src/contract/print/make-print.ts";
import { type AnswerOf, urlOf } from "../../api/client.ts";
import { endpoints } from "../../api/endpoints.ts";
import type { ChildPageAnswer } from "../../api/queries.ts";
import { useCommand } from "../../api/use-command.ts";
import { EmptyNote } from "../../components/notice/notice.tsx";
import { ProblemNote } from "../../components/problem-note/problem-note.tsx";
import { codeLabel, usePack } from "../../spec/use-pack.ts";
import { childText } from "../../text/child.ts";
import { fullDay } from "../../text/dates.ts";
import { useLang, useText } from "../../text/text.ts";
import { useNameOf } from "../../components/person-label/name-of.ts";
import "./prints.css";

interface Printable {
  readonly what: "basis" | "decision" | "entry";
  /** The document or decision. */
  readonly item?: string;
  /** The line that holds a document of a measure. */
  readonly entry?: number;
  /** Whoever carries out the measure may get a copy. */
  readonly toProvider?: boolean;
  readonly version?: number;
  readonly name: string;
  readonly about: string;
}

/** What can be printed, each copy for a named recipient. */
export function Prints({ child }: { readonly child: ChildPageAnswer }) {
  const t = useText(childText);
  const printables = usePrintables(child);
  return (
    <section className="child-section no-print" id="prints" aria-labelledby="prints-title">
      <h2 id="prints-title">{t("prints")}</h2>
      {printables.length === 0 ? (
        <EmptyNote title={t("noPrints")}>{t("noPrintsHelp")}</EmptyNote>
      ) : (
        <>
          <p className="quiet">
            {t("printsLead")}
            {child.ownCopy.gets ? null : ` ${t("noOwnCopy", { n: child.ownCopy.fromAge })}`}
          </p>
          <ul className="print-list">
            {printables.map((printable) => (
              <PrintRow
                key={printable.item ?? printable.entry}
                child={child}
                printable={printable}
              />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function usePrintables(child: ChildPageAnswer): readonly Printable[] {
  const t = useText(childText);
  const { lang } = useLang();
  const pack = usePack();
  const typesOf = (types: readonly string[]) =>
    types.map((type) => codeLabel(pack, "measure-type", type)[lang]).join(", ");
  return child.matters.flatMap(({ basis, decisions, measures }) => [
    ...(basis === null
      ? []
      : [
          {
            what: "basis" as const,
            item: basis.document,
            version: basis.version,
            name: t("basis"),
            about:
              basis.signedOn === null
                ? t("fixed")
                : t("signed", { day: fullDay(basis.signedOn, lang) }),
          },
        ]),
    ...decisions.map((decision) => ({
      what: "decision" as const,
      item: decision.decision,
      name: t("decision"),
      about: `${codeLabel(pack, "decision-type", decision.type)[lang]}, ${fullDay(decision.on, lang)}`,
    })),
    ...measures.flatMap(({ types, documents }) =>
      documents.map(({ entry, document, on, toProvider }) => ({
        what: "entry" as const,
        entry,
        toProvider,
        name: pack.documents[document]?.name[lang] ?? document,
        about: [typesOf(types), fullDay(on, lang)].filter((part) => part !== "").join(", "),
      })),
    ),
  ]);
}

/** Besides the child, those who care for it by law get a copy; siblings do not. */
const guardian = "guardian";
const internal = "internal";
const provider = "provider";

function PrintRow({
  child,
  printable,
}: {
  readonly child: ChildPageAnswer;
  readonly printable: Printable;
}) {
  const t = useText(childText);
  const { lang } = useLang();
  const named = useNameOf();
  const id = useId();
  const [recipient, setRecipient] = useState(internal);
  const [made, setMade] = useState<AnswerOf<typeof makePrint>>();
  const { state, send } = useCommand(endpoints.makePrint);
  const { what, item, entry, version, name, about, toProvider } = printable;
  const readers = [
    ...(child.ownCopy.gets ? [{ id: child.person, name: child.child.name }] : []),
    ...child.parties
      .filter((party) => party.kind === guardian && party.person !== child.person)
      .map((party) => ({ id: party.person, name: named(party.label) })),
    ...(toProvider === true ? [{ id: provider, name: t("theProvider") }] : []),
  ];
  async function make(): Promise<void> {
    setMade(undefined);
    const answer = await send(() => ({
      akt: child.akt,
      what,
      ...(item === undefined ? {} : { item }),
      ...(entry === undefined ? {} : { entry }),
      ...(version === undefined ? {} : { version }),
      recipient,
    }));
    if (answer !== undefined) setMade(answer);
  }
  return (
    <li>
      <p>
        <strong>{name}</strong> <span className="quiet">{about}</span>
      </p>
      <div className="row">
        <label htmlFor={id} className="visually-hidden">
          {t("recipient")}, {name}
        </label>
        <select
          id={id}
          value={recipient}
          onChange={(event) => {
            setRecipient(event.target.value);
            setMade(undefined);
          }}
        >
          <option value={internal}>{t("internal")}</option>
          {readers.map((reader) => (
            <option key={reader.id} value={reader.id}>
              {reader.name}
            </option>
          ))}
        </select>
        <button type="button" aria-disabled={state.sending} onClick={() => void make()}>
          {state.sending ? t("makingPrint") : t("makePrint")}
        </button>
        <span role="status">
          {made === undefined ? null : (
            <>
              <a
                href={urlOf(endpoints.readFile.path, { file: made.file }, {})}
                target="_blank"
                rel="noreferrer"
              >
                {t("openPrint", { name: name.toLocaleLowerCase(lang) })}
              </a>{" "}
              <span className="quiet">
                {made.omitted === 0
                  ? t("omittedNone")
                  : made.omitted === 1
                    ? t("omittedOne")
                    : t("omittedMany", { n: made.omitted })}
              </span>
            </>
          )}
        </span>
      </div>
      <ProblemNote state={state} />
    </li>
  );
}
