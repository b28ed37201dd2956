import { type Column, DataTable } from "../../components/data-table/data-table.tsx";
import { ChildLink } from "../../components/person-label/child-link.tsx";
import { phaseText, roleText } from "../../text/clock.ts";
import { agoInWords, shortDay } from "../../text/dates.ts";
import { useLang, useText } from "../../text/text.ts";
import { unitText } from "../../text/unit.ts";
import type { PlanAnswer } from "./plan.tsx";

type Staff = PlanAnswer["staff"][number];

/** Who carries what, by name: for planning, never a ranking. */
export function StaffTable({ plan }: { readonly plan: PlanAnswer }) {
  const t = useText(unitText);
  const role = useText(roleText);
  const { lang } = useLang();
  const number = new Intl.NumberFormat(lang, { maximumFractionDigits: 1 });
  const duties = plan.staff.some((member) => member.duties.length > 0);
  const away = plan.staff.some((member) => member.away !== null);
  const columns: readonly (Column<Staff> | undefined)[] = [
    { id: "name", head: t("name"), names: true, cell: (member) => member.name },
    {
      id: "role",
      head: t("role"),
      cell: (member) =>
        member.role in roleText ? role(member.role as keyof typeof roleText & string) : member.role,
    },
    { id: "matters", head: t("running"), number: true, cell: (member) => member.matters },
    { id: "helps", head: t("helps"), number: true, cell: (member) => member.helps },
    { id: "due", head: t("due"), number: true, cell: (member) => member.due },
    {
      id: "weight",
      head: t("weight"),
      number: true,
      cell: (member) => number.format(member.weight),
    },
    duties
      ? {
          id: "duties",
          head: t("duties"),
          cell: (member) => member.duties.map((duty) => duty[lang]).join(", ") || "–",
        }
      : undefined,
    away
      ? {
          id: "away",
          head: t("away"),
          cell: ({ away: days }) =>
            days === null
              ? "–"
              : t("awayDays", { from: shortDay(days.from, lang), to: shortDay(days.to, lang) }),
        }
      : undefined,
  ];
  return (
    <DataTable
      caption={t("staff")}
      captionHidden
      rows={plan.staff}
      keyOf={(member) => member.id}
      columns={columns.filter((column) => column !== undefined)}
    />
  );
}

interface TableProps<Row> {
  readonly rows: readonly Row[];
  readonly today: string;
}

function useChildColumn(): Column<PlanAnswer["unsigned"][number] | PlanAnswer["notHeard"][number]> {
  const t = useText(unitText);
  return {
    id: "child",
    head: t("child"),
    names: true,
    cell: (row) => <ChildLink akt={row.akt} child={row.child} />,
  };
}

/** Children in a running step who have not been heard in it, longest first. */
export function NotHeardTable({ rows, today }: TableProps<PlanAnswer["notHeard"][number]>) {
  const t = useText(unitText);
  const phase = useText(phaseText);
  const { lang } = useLang();
  const child = useChildColumn();
  return (
    <DataTable
      caption={t("notHeard")}
      captionHidden
      rows={rows}
      keyOf={(row) => row.matter}
      columns={[
        child,
        {
          id: "phase",
          head: t("phase"),
          cell: (row) =>
            row.phase in phaseText
              ? phase(row.phase as keyof typeof phaseText & string)
              : row.phase,
        },
        { id: "since", head: t("sinceHead"), cell: (row) => agoInWords(row.since, today, lang) },
        { id: "worker", head: t("worker"), cell: (row) => row.worker ?? t("nobody") },
      ]}
    />
  );
}

/** What is written and not signed, oldest first. */
export function UnsignedTable({ rows, today }: TableProps<PlanAnswer["unsigned"][number]>) {
  const t = useText(unitText);
  const { lang } = useLang();
  const child = useChildColumn();
  return (
    <DataTable
      caption={t("unsigned")}
      captionHidden
      rows={rows}
      keyOf={(row) => `${row.matter} ${row.document.sv} ${row.fixed} ${row.since} ${row.by}`}
      columns={[
        child,
        { id: "document", head: t("document"), cell: (row) => row.document[lang] },
        { id: "state", head: t("state"), cell: (row) => t(row.fixed ? "fixed" : "draft") },
        { id: "since", head: t("sinceHead"), cell: (row) => agoInWords(row.since, today, lang) },
        { id: "by", head: t("lastBy"), cell: (row) => row.by },
      ]}
    />
  );
}
