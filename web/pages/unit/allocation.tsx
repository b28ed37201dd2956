import { Link } from "@tanstack/react-router";
import { useId, useState } from "react";
import type { unitClocks } from "../../../src/contract/views/unit-clocks.ts";
import type { AnswerOf } from "../../api/client.ts";
import { endpoints } from "../../api/endpoints.ts";
import { useCommand } from "../../api/use-command.ts";
import { ClockWhen } from "../../components/clock-row/clock-when.tsx";
import { ChildLink } from "../../components/person-label/child-link.tsx";
import { ProblemNote } from "../../components/problem-note/problem-note.tsx";
import { paths } from "../../paths.ts";
import { phaseText } from "../../text/clock.ts";
import { shortDay } from "../../text/dates.ts";
import { useLang, useText } from "../../text/text.ts";
import { unitText } from "../../text/unit.ts";

export type UnitAnswer = AnswerOf<typeof unitClocks>;
type Row = UnitAnswer["unallocated"][number];

/** The heading of the list. */
export const allocateTitle = "unit-allocate";
/** The heading of what other units hand over. */
export const receiveTitle = "unit-receive";

/** Matters nobody has yet: a worker and perhaps a co-worker is chosen on the row. */
export function Allocation({ unit }: { readonly unit: UnitAnswer }) {
  return (
    <ul className="work-list">
      {unit.unallocated.map((row) => (
        <AllocationRow key={row.matter} row={row} unit={unit} backTo={allocateTitle} />
      ))}
    </ul>
  );
}

/** Matters that another unit hands over: received by being given to somebody here, or given back. */
export function Receiving({ unit }: { readonly unit: UnitAnswer }) {
  return (
    <ul className="work-list">
      {unit.toReceive.map((row) => (
        <AllocationRow key={row.matter} row={row} unit={unit} backTo={receiveTitle} handedOver />
      ))}
    </ul>
  );
}

const workers: readonly string[] = [
  "caseworker",
  "first-social-worker",
  "assistant",
  "reception",
  "unit-manager",
];

interface AllocationRowProps {
  readonly row: Row;
  readonly unit: UnitAnswer;
  /** The heading that gets the focus when the row is gone. */
  readonly backTo: string;
  readonly handedOver?: boolean;
}

function AllocationRow({ row, unit, backTo, handedOver = false }: AllocationRowProps) {
  const t = useText(unitText);
  const phase = useText(phaseText);
  const { lang } = useLang();
  const [worker, setWorker] = useState("");
  const [coWorker, setCoWorker] = useState("");
  const [asked, setAsked] = useState(false);
  const { state, send } = useCommand(endpoints.assignMatter);
  const staff = unit.staff.filter((member) => workers.includes(member.role));
  async function assign(): Promise<void> {
    setAsked(true);
    if (worker === "") return;
    const done = await send((commandId) => ({
      commandId,
      akt: row.akt,
      matter: row.matter,
      ids: {
        worker,
        ...(coWorker === "" ? {} : { coWorker }),
        ...(unit.unit === null ? {} : { unit: unit.unit.id }),
      },
    }));
    // The row is gone: the focus goes to what is left of the list.
    if (done !== undefined) document.getElementById(backTo)?.focus();
  }
  return (
    <li className="work-row clock-line">
      <div className="work-what">
        <ChildLink akt={row.akt} child={row.child} />
        <p className="quiet">
          {row.phase in phaseText ? phase(row.phase as keyof typeof phaseText & string) : row.phase}
          {", "}
          {t("since", { day: shortDay(row.startedOn, lang, unit.today) })}
          {row.number === null ? null : `, ${row.number}`}
        </p>
        {row.nextClock === null ? null : <ClockWhen clock={row.nextClock} />}
        {handedOver ? <HandedOver row={row} /> : null}
        {!handedOver && row.handedTo !== null ? (
          <p className="quiet">{t("waitsFor", { unit: row.handedTo })}</p>
        ) : null}
      </div>
      <form
        className="work-form"
        onSubmit={(event) => {
          event.preventDefault();
          void assign();
        }}
      >
        <StaffSelect
          label={t("worker")}
          name={row.child.name}
          empty={t("choose")}
          staff={staff}
          value={worker}
          problem={asked && worker === "" ? t("chooseFirst") : undefined}
          onPick={setWorker}
        />
        <StaffSelect
          label={t("coWorker")}
          name={row.child.name}
          empty={t("nobody")}
          staff={staff.filter((member) => member.id !== worker)}
          value={coWorker}
          onPick={setCoWorker}
        />
        <button type="submit" aria-disabled={state.sending}>
          {state.sending ? t("assigning") : t(handedOver ? "receiveIt" : "assign")}
          <span className="visually-hidden"> {t("of", { name: row.child.name })}</span>
        </button>
      </form>
      <ProblemNote state={state} />
    </li>
  );
}

/** From whom it comes, what they say of it, and the way back. */
function HandedOver({ row }: { readonly row: Row }) {
  const t = useText(unitText);
  return (
    <p className="handed-over">
      {row.unit === null ? null : <span>{t("handedFrom", { unit: row.unit })}</span>}
      <Link {...paths.handover(row.akt, row.matter)}>
        {t("readHandOver")}
        <span className="visually-hidden"> {t("of", { name: row.child.name })}</span>
      </Link>
      <Link {...paths.act(row.akt, row.matter, "matter.hand-back")}>
        {t("handBack")}
        <span className="visually-hidden"> {t("of", { name: row.child.name })}</span>
      </Link>
    </p>
  );
}

interface StaffSelectProps {
  readonly label: string;
  readonly name: string;
  readonly empty: string;
  readonly staff: UnitAnswer["staff"];
  readonly value: string;
  readonly problem?: string | undefined;
  readonly onPick: (id: string) => void;
}

/** A member of staff with how many matters each has: to plan by, in the order of names. */
function StaffSelect({ label, name, empty, staff, value, problem, onPick }: StaffSelectProps) {
  const t = useText(unitText);
  const id = useId();
  return (
    <div className="work-field">
      <label htmlFor={id}>
        {label}
        <span className="visually-hidden"> {t("of", { name })}</span>
      </label>
      <select
        id={id}
        value={value}
        {...(problem === undefined
          ? {}
          : { "aria-invalid": true, "aria-describedby": `${id}-problem` })}
        onChange={(event) => onPick(event.target.value)}
      >
        <option value="">{empty}</option>
        {staff.map((member) => (
          <option key={member.id} value={member.id}>
            {t("carries", { name: member.name, n: member.running })}
            {member.qualified ? "" : ` (${t("unqualified")})`}
          </option>
        ))}
      </select>
      {problem === undefined ? null : (
        <p className="field-problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </div>
  );
}
