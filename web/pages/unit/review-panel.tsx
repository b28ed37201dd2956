import { useQuery } from "@tanstack/react-query";
import { Suspense, useId, useState } from "react";
import { call } from "../../api/client.ts";
import { endpoints } from "../../api/endpoints.ts";
import { childQuery } from "../../api/queries.ts";
import { useCommand } from "../../api/use-command.ts";
import { ErrorNote } from "../../components/notice/error-note.tsx";
import { ProblemNote } from "../../components/problem-note/problem-note.tsx";
import { namesIn } from "../../spec/names-in.ts";
import { SidePanel } from "../../components/side-panel/side-panel.tsx";
import { useKeptWords } from "../../drafts/use-kept-words.ts";
import { Loading } from "../../shell/error-view.tsx";
import { useLang, useText } from "../../text/text.ts";
import { unitText } from "../../text/unit.ts";
import { EntryText } from "../child/entry-panel.tsx";
import type { Under } from "../../spec/answers-view.tsx";
import { PlaceComments, useComments, WriteComment } from "../document/comments.tsx";
import type { UnitAnswer } from "./allocation.tsx";

type Row = UnitAnswer["toReview"][number];

const fixedEvent = "basis.fixed";

/** The fixed version to read, with the manager's word on it under the text. */
export function ReviewPanel({ row, onClose }: { readonly row: Row; readonly onClose: () => void }) {
  const t = useText(unitText);
  const { lang } = useLang();
  const child = useQuery(childQuery(row.akt));
  const found = useQuery({
    queryKey: ["fixed-basis", row.akt, row.document],
    queryFn: async () => {
      const query = { kind: fixedEvent, matter: row.matter };
      const params = { akt: row.akt };
      const { lines } = await call(endpoints.chronology, { params, query });
      const latest = lines[0];
      if (latest === undefined) return null;
      return call(endpoints.chronologyEntry, { params: { ...params, seq: latest.seq } });
    },
  });
  const names = new Map([
    ...(child.data === undefined ? [] : namesIn(child.data, lang)),
    [row.child.person, row.child.name] as const,
  ]);
  const { comments, open } = useComments(row);
  const of = { akt: row.akt, matter: row.matter };
  const under: Under = (part, name) => (
    <>
      <PlaceComments of={of} comments={comments} part={part} marks={false} />
      {open ? <WriteComment of={of} part={part} name={name} /> : null}
    </>
  );
  return (
    <SidePanel
      title={t("basisOf", { name: row.child.name })}
      wide
      foot={<ReviewForm row={row} />}
      onClose={onClose}
    >
      {found.error === null ? null : <ErrorNote error={found.error} />}
      {found.isPending ? <Loading /> : null}
      {found.data === null ? <p>{t("noText")}</p> : null}
      {found.data === null || found.data === undefined ? null : (
        <Suspense fallback={<Loading />}>
          <EntryText entry={found.data} names={names} under={under} />
        </Suspense>
      )}
    </SidePanel>
  );
}

/** Codes of `review-outcome`. */
type Outcome = "approved" | "returned";

/** Ready to communicate, or back to the caseworker with a comment. */
function ReviewForm({ row }: { readonly row: Row }) {
  const t = useText(unitText);
  const id = useId();
  const [comment, setComment] = useKeptWords(`review ${row.matter} ${row.document}`);
  const [lacksComment, setLacksComment] = useState(false);
  const { state, send } = useCommand(endpoints.reviewBasis);
  async function review(outcome: Outcome): Promise<void> {
    const written = comment.trim();
    const lacks = outcome === "returned" && written === "";
    setLacksComment(lacks);
    if (lacks) return;
    const done = await send((commandId) => ({
      commandId,
      akt: row.akt,
      matter: row.matter,
      ids: { document: row.document },
      data: { outcome, ...(written === "" ? {} : { text: written }) },
    }));
    if (done !== undefined) setComment("");
  }
  return (
    <div className="review-form">
      <label htmlFor={id}>{t("comment")}</label>
      {lacksComment ? (
        <p className="review-problem" id={`${id}-problem`} role="alert">
          {t("commentFirst")}
        </p>
      ) : null}
      <textarea
        id={id}
        lang="sv"
        spellCheck
        rows={2}
        value={comment}
        {...(lacksComment ? { "aria-invalid": true, "aria-describedby": `${id}-problem` } : {})}
        onChange={(event) => setComment(event.target.value)}
      />
      <ProblemNote state={state} />
      <div className="row">
        <button
          type="button"
          className="primary"
          aria-disabled={state.sending}
          onClick={() => void review("approved")}
        >
          {t("approve")}
        </button>
        <button type="button" aria-disabled={state.sending} onClick={() => void review("returned")}>
          {t("giveBack")}
        </button>
      </div>
    </div>
  );
}
