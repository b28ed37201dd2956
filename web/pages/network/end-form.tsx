import { useState } from "react";
import { endpoints } from "../../api/endpoints.ts";
import { useCommand } from "../../api/use-command.ts";
import { ProblemNote } from "../../components/problem-note/problem-note.tsx";
import { SidePanel } from "../../components/side-panel/side-panel.tsx";
import { networkText } from "../../text/network.ts";
import { useLang, useText } from "../../text/text.ts";
import { DayField, SourceField } from "./relation-fields.tsx";
import type { Member, Relation } from "./model.ts";

/** What is to end: recorded from one side or from both, each with the one who holds it. */
export interface Ending {
  readonly member: Member;
  readonly relations: readonly Relation[];
}

interface Props {
  readonly ending: Ending;
  readonly today: string;
  readonly onDone: () => void;
}

/** A relation ends on a day, by a source; that it was stays on record. */
export function EndRelation({ ending: { member, relations }, today, onDone }: Props) {
  const t = useText(networkText);
  const { lang } = useLang();
  const [to, setTo] = useState(today);
  const [source, setSource] = useState("");
  const [lacks, setLacks] = useState(false);
  const { state, send } = useCommand(endpoints.changePerson);
  async function end(): Promise<void> {
    setLacks(to === "" || source === "");
    if (to === "" || source === "") return;
    for (const { relation, person, kind, other, validFrom } of relations) {
      const ended = await send((commandId) => ({
        commandId,
        person,
        source,
        relations: [
          {
            relation,
            kind: kind.id,
            to: other,
            validTo: to,
            ...(validFrom === null ? {} : { validFrom }),
          },
        ],
      }));
      if (ended === undefined) return;
    }
    onDone();
  }
  const kind = relations[0]?.kind[lang] ?? "";
  return (
    <SidePanel title={t("endOf", { name: member.name, kind })} onClose={onDone}>
      <form
        className="network-form"
        onSubmit={(event) => {
          event.preventDefault();
          void end();
        }}
      >
        <ProblemNote state={state} />
        {lacks ? (
          <p className="field-problem" role="alert">
            {t("lacksDay")}
          </p>
        ) : null}
        <DayField label={t("to")} value={to} onChange={setTo} />
        <SourceField value={source} onChange={setSource} />
        <div className="row">
          <button type="submit" className="primary" aria-disabled={state.sending}>
            {t("endSave")}
          </button>
          <button type="button" className="plain" onClick={onDone}>
            {t("cancel")}
          </button>
        </div>
      </form>
    </SidePanel>
  );
}
