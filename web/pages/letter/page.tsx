import type { ReactNode } from "react";
import { useNavigate } from "@tanstack/react-router";
import { urlOf } from "../../api/client.ts";
import { endpoints } from "../../api/endpoints.ts";
import { EmptyNote } from "../../components/notice/notice.tsx";
import { ProblemNote } from "../../components/problem-note/problem-note.tsx";
import { SaveBar } from "../../components/save-bar/save-bar.tsx";
import { SpecForm } from "../../spec/spec-form.tsx";
import { documentOf, useDraftPack } from "../../spec/use-pack.ts";
import { useAddress } from "../../shell/use-address.ts";
import { letterText } from "../../text/letter.ts";
import { useLang, useText } from "../../text/text.ts";
import { useMatter } from "../act/use-matter.ts";
import { useCitable } from "../received/use-citable.ts";
import { Enclosures } from "./enclosures.tsx";
import { Pieces } from "./pieces.tsx";
import { usePieces } from "./use-pieces.ts";
import { Preview } from "./preview.tsx";
import { Recipients } from "./recipients.tsx";
import { type LetterActions, useLetterActions } from "./use-letter-actions.ts";
import { useLetter, type Writing } from "./use-letter.ts";
import "../act/act-form.css";
import "./letter.css";

/** What the page asks in its own way. */
const chosenAbove = ["letter", "recipient", "to", "plain", "enclosures"];

/** A letter: which, to whom, its words, how it reads, the file, and that it was sent. */
export function Page(): ReactNode {
  const { akt, matter } = useAddress();
  return <LetterPage key={`${akt}/${matter}`} akt={akt} matterId={matter} />;
}

interface PageProps {
  readonly akt: string;
  readonly matterId: string;
}

function LetterPage({ akt, matterId }: PageProps) {
  const t = useText(letterText);
  const { lang } = useLang();
  const navigate = useNavigate();
  const writing = useLetter(akt, matterId);
  const actions = useLetterActions(akt, writing);
  const { chosen, recipient, draft, possible } = writing;
  const ready = chosen !== undefined && recipient !== undefined;
  return (
    <div className="act-page letter-page">
      <h1 tabIndex={-1}>{chosen === undefined ? t("title") : chosen[lang]}</h1>
      <SaveBar of={draft.saving} />
      {possible.length === 0 ? (
        <EmptyNote title={t("title")}>{t("none")}</EmptyNote>
      ) : (
        <Recipients writing={writing} onChange={actions.forget} />
      )}
      {ready ? <Words akt={akt} matterId={matterId} writing={writing} actions={actions} /> : null}
      <div className="act-foot">
        <ProblemNote state={actions.sending} />
        <div className="row">
          {ready ? (
            <button
              type="button"
              className="primary"
              aria-disabled={actions.sending.sending}
              onClick={() => void actions.send()}
            >
              {actions.sending.sending ? t("sending") : t("send")}
            </button>
          ) : null}
          <button
            type="button"
            className="plain"
            onClick={() => void navigate({ to: "/child/$akt", params: { akt } })}
          >
            {t("back")}
          </button>
        </div>
      </div>
    </div>
  );
}

interface WordsProps extends PageProps {
  readonly writing: Writing;
  readonly actions: LetterActions;
}

/** The writer's words, and the letter as it comes of them. */
function Words({ akt, matterId, writing, actions }: WordsProps) {
  const t = useText(letterText);
  const { me, persons, guardians } = useMatter(akt, matterId);
  const pack = useDraftPack(writing.draft.specDigest);
  const pieces = usePieces(writing);
  const known = useCitable(akt, matterId);
  const { previewing, making, sending, preview, made } = actions;
  return (
    <>
      <SpecForm
        pack={pack}
        document={documentOf(pack, "letter")}
        handle={writing.draft}
        today={me.today}
        persons={persons}
        guardians={guardians}
        problems={[...making.problems, ...sending.problems, ...sending.warnings]}
        hidden={chosenAbove}
        known={known}
        after={{
          "childs-version": <Pieces pieces={pieces} />,
          enclosures: (
            <Enclosures
              writing={writing}
              together={actions.together}
              onTogether={actions.setTogether}
              onChange={actions.forget}
            />
          ),
        }}
      />
      <div className="row letter-actions">
        <button
          type="button"
          aria-disabled={previewing.sending}
          onClick={() => void actions.show()}
        >
          {t("preview")}
        </button>
        <button
          type="button"
          aria-disabled={making.sending}
          onClick={() => void actions.make("recipient")}
        >
          {making.sending ? t("making") : t("make")}
        </button>
        <button type="button" className="plain" onClick={() => void actions.make("internal")}>
          {t("makeInternal")}
        </button>
        <span role="status">
          {made === undefined ? null : (
            <>
              <FileLink file={made.file} name={made.name} />
              {made.beside.map(({ file, name, label }) => (
                <FileLink key={file} file={file} name={`${label} (${name})`} />
              ))}
            </>
          )}
        </span>
      </div>
      <ProblemNote state={previewing} />
      <ProblemNote state={making} />
      {preview === undefined ? null : <Preview preview={preview} />}
    </>
  );
}

function FileLink({ file, name }: { readonly file: string; readonly name: string }) {
  const t = useText(letterText);
  return (
    <a href={urlOf(endpoints.readFile.path, { file }, {})} target="_blank" rel="noreferrer">
      {t("open", { name })}
    </a>
  );
}
