import { useState } from "react";
import { endpoints } from "../../api/endpoints.ts";
import { useCommand } from "../../api/use-command.ts";
import { DataTable } from "../../components/data-table/data-table.tsx";
import { ProblemNote } from "../../components/problem-note/problem-note.tsx";
import { retentionText } from "../../text/retention.ts";
import { useLang, useText } from "../../text/text.ts";
import { MatterNumber } from "./matter-number.tsx";
import type { Paging, RetentionAnswer } from "./page.tsx";
import { Pager } from "./pager.tsx";

interface RunNowProps extends Paging {
  readonly answer: RetentionAnswer;
  readonly run: NonNullable<RetentionAnswer["run"]>;
}

/** The list that waits for another person, or is being carried out. */
export function RunNow({ answer, run, page, onPage }: RunNowProps) {
  const t = useText(retentionText);
  const { lang } = useLang();
  const waits = run.state === "proposed";
  return (
    <section aria-labelledby="retention-list">
      <h2 id="retention-list">{t("list")}</h2>
      <p>
        {waits
          ? t("proposed", { name: run.proposedBy.name })
          : t("approved", { name: run.approvedBy?.name ?? "" })}{" "}
        {t("dueCount", { count: answer.itemCount, rows: answer.itemRows })}
      </p>
      <DataTable
        caption={t("matters")}
        columns={[
          {
            id: "number",
            head: t("number"),
            names: true,
            cell: (row) => <MatterNumber {...row} />,
          },
          {
            id: "rule",
            head: t("rule"),
            cell: (row) => `${row.rule.name[lang]}, ${row.rule.section}`,
          },
        ]}
        rows={answer.items}
        keyOf={(row) => row.item}
      />
      <Pager
        page={page}
        shown={answer.items.length}
        total={answer.itemCount}
        next={answer.nextItem === null ? undefined : { item: answer.nextItem }}
        onPage={onPage}
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
    <div className="retention-decide no-print">
      {mayApprove ? (
        <>
          <label className="check">
            <input
              type="checkbox"
              checked={sure}
              onChange={(event) => setSure(event.target.checked)}
            />{" "}
            {t("sure")}
          </label>
          {asked && !sure ? (
            <p role="alert" className="field-problem">
              {t("readFirst")}
            </p>
          ) : null}
        </>
      ) : (
        <p className="quiet">{t("ownProposal")}</p>
      )}
      <div className="row">
        {mayApprove ? (
          <button
            type="button"
            className="primary"
            aria-disabled={approving.state.sending}
            onClick={approve}
          >
            {t("approve")}
          </button>
        ) : null}
        <button
          type="button"
          aria-disabled={withdrawing.state.sending}
          onClick={() => void withdrawing.send(() => ({ run: run.run }))}
        >
          {t("withdraw")}
        </button>
      </div>
      <ProblemNote state={approving.state} />
      <ProblemNote state={withdrawing.state} />
    </div>
  );
}
