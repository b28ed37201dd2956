import { ClockWhen } from "../../components/clock-row/clock-when.tsx";
import type { Column } from "../../components/data-table/data-table.tsx";
import { ChildLink } from "../../components/person-label/child-link.tsx";
import { phaseText } from "../../text/clock.ts";
import { useText } from "../../text/text.ts";
import { unitText } from "../../text/unit.ts";
import type { UnitAnswer } from "./allocation.tsx";
import "./unit.css";

type Row = UnitAnswer["matters"][number];

/** What every table of a unit's matters shows: whose it is, its number, where it stands, its next time. */
export function useMatterColumns(): Readonly<
  Record<"child" | "number" | "phase" | "next", Column<Row>>
> {
  const t = useText(unitText);
  const phase = useText(phaseText);
  return {
    child: {
      id: "child",
      head: t("child"),
      names: true,
      cell: (row) => <ChildLink akt={row.akt} child={row.child} />,
    },
    number: {
      id: "number",
      head: t("matter"),
      cell: (row) => <span className="matter-number">{row.number ?? "–"}</span>,
    },
    phase: {
      id: "phase",
      head: t("phase"),
      cell: (row) =>
        row.phase in phaseText ? phase(row.phase as keyof typeof phaseText & string) : row.phase,
    },
    next: {
      id: "next",
      head: t("next"),
      cell: (row) =>
        row.nextClock === null ? (
          "–"
        ) : (
          <span className="clock-line-inline">
            <ClockWhen clock={row.nextClock} />
          </span>
        ),
    },
  };
}
