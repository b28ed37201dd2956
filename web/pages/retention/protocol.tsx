import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { protocolQuery } from "../../api/retention-queries.ts";
import { DataTable } from "../../components/data-table/data-table.tsx";
import { paths } from "../../paths.ts";
import { useAddress } from "../../shell/use-address.ts";
import { fullDay } from "../../text/dates.ts";
import { retentionText } from "../../text/retention.ts";
import { useLang, useText } from "../../text/text.ts";
import { MatterNumber } from "./matter-number.tsx";
import "./retention.css";

/** The protocol of a run, to read and print. It names matters by number and no child. */
export function Page(): ReactNode {
  const t = useText(retentionText);
  const { lang } = useLang();
  const { run } = useAddress();
  const found = useSuspenseQuery(protocolQuery(run)).data;
  const who = {
    board: found.board,
    proposed: found.run.proposedBy.name,
    approved: found.run.approvedBy?.name ?? "",
    day: fullDay(found.finishedOn, lang),
  };
  return (
    <div className="retention-page">
      <h1 tabIndex={-1}>{t("protocol")}</h1>
      <p className="no-print">
        <Link {...paths.retention}>{t("back")}</Link>
      </p>
      <p>{t("who", who)}</p>
      <p>{t("backups", { day: fullDay(found.backupsGoneOn, lang) })}</p>
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
          {
            id: "outcome",
            head: t("outcome"),
            cell: (row) => (row.left === null ? t("done") : row.left[lang]),
          },
          { id: "events", head: t("events"), number: true, cell: (row) => row.events },
          { id: "files", head: t("files"), number: true, cell: (row) => row.files },
        ]}
        rows={found.matters}
        keyOf={(row) => row.number ?? row.rule.id}
      />
      <DataTable
        caption={t("rowsTitle")}
        columns={[
          { id: "kind", head: t("kind"), names: true, cell: (row) => row.kind[lang] },
          { id: "year", head: t("year"), cell: (row) => row.year },
          { id: "rows", head: t("rows"), number: true, cell: (row) => row.rows },
        ]}
        rows={found.rows}
        keyOf={(row) => `${row.kind.id} ${row.year}`}
      />
      <p>{t("persons", found.persons)}</p>
      <p>{t("frozen", { kept: found.frozen.kept, few: found.frozen.tooFew })}</p>
      <p className="quiet">{t("hash", { hash: found.hash })}</p>
    </div>
  );
}
