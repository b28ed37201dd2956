import { useState } from "react";
import { endpoints } from "../../api/endpoints.ts";
import { useCommand } from "../../api/use-command.ts";
import { DataTable } from "../../components/data-table/data-table.tsx";
import { ProblemNote } from "../../components/problem-note/problem-note.tsx";
import { retentionText } from "../../text/retention.ts";
import { useLang, useText } from "../../text/text.ts";
import type { RetentionAnswer } from "./page.tsx";

interface RunNowProps {
  readonly answer: RetentionAnswer;
  readonly run: NonNullable<RetentionAnswer["run"]>;
}

/** The list that waits for another person, or is being carried out. */
export function RunNow({ answer, run }: RunNowProps) {
  const t = useText(retentionText);
  const { lang } = useLang();
  const waits = run.state === "proposed";
  return (
    <section aria-labelledby="retention-list">
      <h2 id="retention-list">{t("list")}</h2>
      <p>
        {waits
          ? t("proposed", { name: run.proposedBy.name })
          : t("approved", { name: run.approvedBy?.name ?? "" })}
      </p>
      <DataTable
        caption={t("matters")}
        columns={[
          { id: "number", head: t("number"), names: true, cell: (row) => row.number },
          {
            id: "rule",
            head: t("rule"),
            cell: (row) => `${row.rule.name[lang]}, ${row.rule.section}`,
          },
        ]}
        rows={answer.items}
        keyOf={(row) => row.item}
      />
      {waits ? <Decide run={run} mayApprove={answer.mayApprove} /> : null}
    </section>
  );
}

function Decide({ run, mayApprove }: Pick<RunNowProps, "run"> & { readonly mayApprove: boolean }) {
  const t = useText(retentionText);
  const [sure, setSure] = useState(false);
  const [asked, setAsked] = useState(false);
  const approving = useCommand(endpoints.approveRun);
  const withdrawing = useCommand(endpoints.withdrawRun);
  function approve(): void {
    setAsked(true);
    if (sure) void approving.send(() => ({ run: run.run, listHash: run.listHash }));
  }
  return (
    <div className="no-print">
      {mayApprove ? (
        <>
          <label>
            <input
              type="checkbox"
              checked={sure}
              onChange={(event) => setSure(event.target.checked)}
            />{" "}
            {t("sure")}
          </label>
          {asked && !sure ? <p role="alert">{t("readFirst")}</p> : null}
          <p>
            <button type="button" aria-disabled={approving.state.sending} onClick={approve}>
              {t("approve")}
            </button>
          </p>
        </>
      ) : (
        <p className="quiet">{t("ownProposal")}</p>
      )}
      <button
        type="button"
        aria-disabled={withdrawing.state.sending}
        onClick={() => void withdrawing.send(() => ({ run: run.run }))}
      >
        {t("withdraw")}
      </button>
      <ProblemNote state={approving.state} />
      <ProblemNote state={withdrawing.state} />
    </div>
  );
}
