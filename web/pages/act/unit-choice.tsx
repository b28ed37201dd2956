import { actText } from "../../text/act.ts";
import { useText } from "../../text/text.ts";
import type { StaffRow } from "./who-may.ts";

interface UnitChoiceProps {
  readonly staff: readonly StaffRow[];
  /** The unit that has the matter. */
  readonly from: string | undefined;
  readonly value: string;
  readonly onPick: (unit: string) => void;
}

/** To which unit: those with somebody in them, but for the one that has the matter. */
export function UnitChoice({ staff, from, value, onPick }: UnitChoiceProps) {
  const t = useText(actText);
  const units = new Map(staff.flatMap(({ unit }) => (unit === null ? [] : [[unit.id, unit.name]])));
  if (from !== undefined) units.delete(from);
  return (
    <div className="field">
      <label htmlFor="staff-unit">{t("toUnit")}</label>
      <select id="staff-unit" value={value} onChange={(event) => onPick(event.target.value)}>
        <option value="">{t("chooseUnit")}</option>
        {[...units].map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
