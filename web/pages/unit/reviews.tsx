import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Suspense, useId, useState } from "react";
import { call } from "../../api/client.ts";
import { endpoints } from "../../api/endpoints.ts";
import { childQuery } from "../../api/queries.ts";
import { useCommand } from "../../api/use-command.ts";
import { PersonLabel } from "../../components/person-label/person-label.tsx";
import { ProblemNote } from "../../components/problem-note/problem-note.tsx";
import { SidePanel } from "../../components/side-panel/side-panel.tsx";
import { paths } from "../../paths.ts";
import { ErrorView, Loading } from "../../shell/error-view.tsx";
import { shortDay } from "../../text/dates.ts";
import { useLang, useText } from "../../text/text.ts";
import { unitText } from "../../text/unit.ts";
import { EntryText } from "../child/entry-panel.tsx";
import type { UnitAnswer } from "./allocation.tsx";

type Row = UnitAnswer["toReview"][number];

/** Decision bases that are fixed and wait to be read before the parties get them. */
export function Reviews({ rows }: { readonly rows: readonly Row[] }) {
  const [reading, setReading] = useState<string>();
  const read = rows.find((row) => row.document === reading);
  return (
    <>
      <ul className="work-list">
        {rows.map((row) => (
          <ReviewRow key={row.document} row={row} onRead={() => setReading(row.document)} />
        ))}
      </ul>
      {read === undefined ? null : (
        <BasisPanel key={read.document} row={read} onClose={() => setReading(undefined)} />
      )}
    </>
  );
}

/** Codes of `review-outcome`. */
type Outcome = "approved" | "returned";

function ReviewRow({ row, onRead }: { readonly row: Row; readonly onRead: () => void }) {
  const t = useText(unitText);
  const { lang } = useLang();
  const id = useId();
  const [comment, setComment] = useState("");
  const [lacksComment, setLacksComment] = useState(false);
  const { state, send } = useCommand(endpoints.reviewBasis);
  async function review(outcome: Outcome): Promise<void> {
    const written = comment.trim();
    setLacksComment(outcome === "returned" && written === "");
    if (outcome === "returned" && written === "") return;
    await send((commandId) => ({
      commandId,
      akt: row.akt,
      matter: row.matter,
      ids: { document: row.document },
      data: { outcome, ...(written === "" ? {} : { text: written }) },
    }));
  }
  return (
    <li className="work-row">
      <div className="work-what">
        <Link className="work-child" data-row="" {...paths.child(row.akt)}>
          <PersonLabel person={row.child} />
        </Link>
        <p className="quiet">{t("fixedOn", { day: shortDay(row.fixedOn, lang) })}</p>
        <button type="button" onClick={onRead}>
          {t("read")}
          <span className="visually-hidden"> {t("of", { name: row.child.name })}</span>
        </button>
      </div>
      <div className="work-form review-form">
        <div className="work-field">
          <label htmlFor={id}>
            {t("comment")}
            <span className="visually-hidden"> {t("of", { name: row.child.name })}</span>
          </label>
          {lacksComment ? (
            <p className="field-problem" id={`${id}-problem`} role="alert">
              {t("commentFirst")}
            </p>
          ) : null}
          <textarea
            id={id}
            lang="sv"
            rows={2}
            value={comment}
            {...(lacksComment ? { "aria-invalid": true, "aria-describedby": `${id}-problem` } : {})}
            onChange={(event) => setComment(event.target.value)}
          />
        </div>
        <div className="row">
          <button
            type="button"
            className="primary"
            aria-disabled={state.sending}
            onClick={() => void review("approved")}
          >
            {t("approve")}
          </button>
          <button
            type="button"
            aria-disabled={state.sending}
            onClick={() => void review("returned")}
          >
            {t("giveBack")}
          </button>
        </div>
      </div>
      <ProblemNote state={state} />
    </li>
  );
}

const fixedEvent = "basis.fixed";

/** The fixed version, to read beside the list while commenting on it. */
function BasisPanel({ row, onClose }: { readonly row: Row; readonly onClose: () => void }) {
  const t = useText(unitText);
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
    ...(child.data?.parties ?? []).map((party) => [party.person, party.label.name] as const),
    [row.child.person, row.child.name] as const,
  ]);
  return (
    <SidePanel title={t("basisOf", { name: row.child.name })} wide onClose={onClose}>
      {found.error === null ? null : <ErrorView error={found.error} />}
      {found.isPending ? <Loading /> : null}
      {found.data === null ? <p>{t("noText")}</p> : null}
      {found.data === null || found.data === undefined ? null : (
        <Suspense fallback={<Loading />}>
          <EntryText entry={found.data} names={names} />
        </Suspense>
      )}
    </SidePanel>
  );
}
