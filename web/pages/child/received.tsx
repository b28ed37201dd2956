import { Link } from "@tanstack/react-router";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { listReceived } from "../../../src/contract/received/list-received.ts";
import { type AnswerOf, urlOf } from "../../api/client.ts";
import { endpoints } from "../../api/endpoints.ts";
import { type ChildPageAnswer, receivedQuery } from "../../api/queries.ts";
import { ErrorNote } from "../../components/notice/error-note.tsx";
import { EmptyNote } from "../../components/notice/notice.tsx";
import { SidePanel } from "../../components/side-panel/side-panel.tsx";
import { paths } from "../../paths.ts";
import { Loading } from "../../shell/error-view.tsx";
import { codeLabel, usePack } from "../../spec/use-pack.ts";
import { childText } from "../../text/child.ts";
import { fullDay } from "../../text/dates.ts";
import { receivedText } from "../../text/received.ts";
import { useLang, useText } from "../../text/text.ts";
import { sizeInWords } from "../received/size-in-words.ts";
import { entryQuery, EntryText } from "./entry-panel.tsx";
import { ReceivedCopy } from "./received-copy.tsx";
import { useMatterName } from "./use-matter-name.ts";
import "./prints.css";

type Answer = AnswerOf<typeof listReceived>;
type Document = Answer["documents"][number];

/** Documents that came in, newest first, each with its original; and where another is taken in. */
export function Received({
  child,
  names,
}: {
  readonly child: ChildPageAnswer;
  readonly names: ReadonlyMap<string, string>;
}) {
  const t = useText(childText);
  const r = useText(receivedText);
  const nameOf = useMatterName();
  const [shown, setShown] = useState<Document>();
  // The page does not wait for them: they stand far down.
  const found = useQuery(receivedQuery(child.akt)).data;
  const documents = found?.documents ?? [];
  return (
    <section className="child-section no-print" id="received" aria-labelledby="received-title">
      <h2 id="received-title">{t("received")}</h2>
      <ul className="plain-list">
        {(child.may.includes("akt.write") ? child.matters : []).map((matter) => (
          <li key={matter.matter}>
            <Link data-row="" {...paths.received(child.akt, matter.matter)}>
              {t("takeIn")}
            </Link>{" "}
            <span className="quiet">{nameOf(matter)}</span>
          </li>
        ))}
      </ul>
      {found === undefined || documents.length > 0 ? null : (
        <EmptyNote title={r("none")}>{r("noneHelp")}</EmptyNote>
      )}
      {documents.length > 0 && found?.opens === false ? (
        <p className="quiet">{r("cannotOpen")}</p>
      ) : null}
      {documents.length === 0 ? null : (
        <ul className="print-list">
          {documents.map((document) => (
            <Row
              key={document.received}
              document={document}
              child={child}
              names={names}
              opens={found?.opens === true}
              onShow={() => setShown(document)}
            />
          ))}
        </ul>
      )}
      {shown === undefined ? null : (
        <TextPanel
          akt={child.akt}
          document={shown}
          names={names}
          onClose={() => setShown(undefined)}
        />
      )}
    </section>
  );
}

interface RowProps {
  readonly child: ChildPageAnswer;
  readonly document: Document;
  readonly names: ReadonlyMap<string, string>;
  readonly opens: boolean;
  readonly onShow: () => void;
}

function Row({ child, document, names, opens, onShow }: RowProps) {
  const r = useText(receivedText);
  const { lang } = useLang();
  const pack = usePack();
  const { kind, sender, arrivedOn, about, hiddenFrom, marks, file, hasText } = document;
  const word = codeLabel(pack, "received-kind", kind)[lang];
  const title = `${word.charAt(0).toLocaleUpperCase()}${word.slice(1)}`;
  const facts = [
    codeLabel(pack, "received-from", sender)[lang],
    r("arrived", { day: fullDay(arrivedOn, lang) }),
    ...(file === null ? [] : fileFacts(file, lang, r)),
  ];
  const hidden = hiddenFrom.map((person) => names.get(person) ?? r("somebody"));
  return (
    <li>
      <div>
        <p>
          <strong>{title}</strong> <span className="quiet">{facts.join(", ")}</span>
        </p>
        {about === "" ? null : <p>{about}</p>}
        {hidden.length === 0 ? null : (
          <p className="quiet">{r("hiddenFrom", { names: hidden.join(", ") })}</p>
        )}
        {marks.length === 0 ? null : (
          <p className="missing">
            {r("marks", {
              what: marks.map((mark) => codeLabel(pack, "secrecy-mark", mark)[lang]).join(", "),
            })}
          </p>
        )}
      </div>
      <p className="row">
        {file === null || !opens ? null : (
          <FileLinks file={file.file} about={`${title} ${about}`} />
        )}
        {hasText ? (
          <button type="button" className="plain" onClick={onShow}>
            {r("showText")}
            <span className="visually-hidden"> {`${title} ${about}`}</span>
          </button>
        ) : null}
        {opens ? <ReceivedCopy child={child} document={document} about={title} /> : null}
      </p>
    </li>
  );
}

function fileFacts(
  { pages, size, archive }: NonNullable<Document["file"]>,
  lang: "sv" | "en",
  r: ReturnType<typeof useText<typeof receivedText>>,
): readonly string[] {
  return [
    ...(pages === null ? [] : [pages === 1 ? r("onePage") : r("pages", { n: pages })]),
    sizeInWords(size, lang),
    ...(archive === null ? [] : [r("archive", { kind: archive })]),
  ];
}

/** The original, in a window of its own to read and print, or saved. An address holds an id only. */
function FileLinks({ file, about }: { readonly file: string; readonly about: string }) {
  const r = useText(receivedText);
  const address = (as: "shown" | "saved") => urlOf(endpoints.readOriginal.path, { file }, { as });
  return (
    <>
      <a href={address("shown")} target="_blank" rel="noopener noreferrer">
        {r("open")}
        <span className="visually-hidden"> {about}</span>
      </a>
      <a href={address("saved")} download>
        {r("save")}
        <span className="visually-hidden"> {about}</span>
      </a>
    </>
  );
}

/** What was pasted, beside the page, by the specification it was written with. */
function TextPanel({
  akt,
  document,
  names,
  onClose,
}: {
  readonly akt: string;
  readonly document: Document;
  readonly names: ReadonlyMap<string, string>;
  readonly onClose: () => void;
}) {
  const found = useQuery(entryQuery(akt, document.seq));
  return (
    <SidePanel title={document.about} onClose={onClose}>
      {found.error === null ? null : <ErrorNote error={found.error} />}
      {found.data === undefined ? <Loading /> : <EntryText entry={found.data} names={names} />}
    </SidePanel>
  );
}
