import { useQuery } from "@tanstack/react-query";
import { useContext, useEffect, useId, useRef, useState } from "react";
import type { listComments } from "../../../src/contract/basis/comments.ts";
import { type AnswerOf, call } from "../../api/client.ts";
import { endpoints } from "../../api/endpoints.ts";
import { useCommand } from "../../api/use-command.ts";
import { ProblemNote } from "../../components/problem-note/problem-note.tsx";
import { useKeptWords } from "../../drafts/use-kept-words.ts";
import { commentsText } from "../../text/comments.ts";
import { momentInWords } from "../../text/dates.ts";
import { useLang, useText } from "../../text/text.ts";
import { type Comment, CommentsContext, type Place } from "./comments-context.ts";
import "./comments.css";

const none: AnswerOf<typeof listComments> = { comments: [], open: false };

/** What readers have said about parts of the basis of a matter, and whether more can be said. */
export function useComments({ akt, matter }: Place): AnswerOf<typeof listComments> {
  const found = useQuery({
    queryKey: ["comments", akt, matter],
    queryFn: () => call(endpoints.listComments, { params: { akt, matter } }),
  });
  return found.data ?? none;
}

/** The comments on one part of the text; whoever writes the text marks each as met. */
export function PlaceComments({
  of,
  comments,
  part,
  marks,
}: {
  readonly of: Place;
  readonly comments: readonly Comment[];
  /** `section/<id>` or `area/<id>`. */
  readonly part: string;
  readonly marks: boolean;
}) {
  const here = comments.filter(({ place }) => place === part);
  if (here.length === 0) return null;
  return (
    <ul className="comments">
      {here.map((comment) => (
        <OneComment key={comment.comment} of={of} comment={comment} marks={marks} />
      ))}
    </ul>
  );
}

/** What readers have said about a part of the text around it, for its writer. */
export function CommentsHere({ part }: { readonly part: string }) {
  const around = useContext(CommentsContext);
  return around === undefined ? null : <PlaceComments {...around} part={part} marks />;
}

function OneComment({
  of,
  comment,
  marks,
}: {
  readonly of: Place;
  readonly comment: Comment;
  readonly marks: boolean;
}) {
  const t = useText(commentsText);
  const { lang } = useLang();
  const { state, send } = useCommand(endpoints.meetComment);
  const { written, met } = comment;
  const mark = (next: boolean) => void send(() => ({ ...of, comment: comment.comment, met: next }));
  return (
    <li className={met === null ? "comment" : "comment met"}>
      <p className="quiet small">
        {t("by", { by: written.by, when: momentInWords(written.at, lang) })}
      </p>
      <p className="prose" lang="sv">
        {comment.words}
      </p>
      {met === null ? null : (
        <p className="quiet small">{t("met", { by: met.by, when: momentInWords(met.at, lang) })}</p>
      )}
      {marks ? (
        <button
          type="button"
          className="small"
          aria-disabled={state.sending}
          onClick={() => mark(met === null)}
        >
          {t(met === null ? "meet" : "unmeet")}
          <span className="visually-hidden">: {comment.words}</span>
        </button>
      ) : null}
      <ProblemNote state={state} />
    </li>
  );
}

/** How many comments wait, beside what else remains. */
export function CommentsLeft({ comments }: { readonly comments: readonly Comment[] }) {
  const t = useText(commentsText);
  if (comments.length === 0) return null;
  const n = comments.filter(({ met }) => met === null).length;
  return (
    <section aria-labelledby="comments-left">
      <h2 id="comments-left">{t("title")}</h2>
      <p>{n === 0 ? t("allMet") : n === 1 ? t("waitingOne") : t("waitingMany", { n })}</p>
      <p className="quiet small">{t("lead")}</p>
    </section>
  );
}

/** Where a reader says something about one part of the text. */
export function WriteComment({
  of,
  part,
  name,
}: {
  readonly of: Place;
  readonly part: string;
  /** What the part is called. */
  readonly name: string;
}) {
  const t = useText(commentsText);
  const id = useId();
  const [words, setWords] = useKeptWords(`comment ${of.matter} ${part}`);
  const [asked, setAsked] = useState(false);
  const [lacks, setLacks] = useState(false);
  const { state, send } = useCommand(endpoints.writeComment);
  const field = useRef<HTMLTextAreaElement>(null);
  const writes = asked || words !== "";
  // The button that asked for the field is gone.
  useEffect(() => {
    if (asked) field.current?.focus();
  }, [asked]);
  if (!writes) {
    return (
      <button type="button" className="plain small" onClick={() => setAsked(true)}>
        {t("comment")}
        <span className="visually-hidden">: {name}</span>
      </button>
    );
  }
  async function leave(): Promise<void> {
    const written = words.trim();
    setLacks(written === "");
    if (written === "") return;
    // The command id is the comment's own: sent twice it is kept once.
    const done = await send((comment) => ({ ...of, comment, place: part, words: written }));
    if (done !== undefined) close();
  }
  function close(): void {
    setWords("");
    setAsked(false);
  }
  return (
    <div className="comment-form">
      <label htmlFor={id}>{t("commentOn", { part: name })}</label>
      {lacks ? (
        <p className="field-problem" id={`${id}-problem`} role="alert">
          {t("writeFirst")}
        </p>
      ) : null}
      <textarea
        id={id}
        lang="sv"
        spellCheck
        rows={2}
        ref={field}
        value={words}
        {...(lacks ? { "aria-invalid": true, "aria-describedby": `${id}-problem` } : {})}
        onChange={(event) => setWords(event.target.value)}
      />
      <ProblemNote state={state} />
      <div className="row">
        <button type="button" aria-disabled={state.sending} onClick={() => void leave()}>
          {t("save")}
        </button>
        <button type="button" className="plain" onClick={close}>
          {t("cancel")}
        </button>
      </div>
    </div>
  );
}
