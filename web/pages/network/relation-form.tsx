import { useState } from "react";
import { endpoints } from "../../api/endpoints.ts";
import { useCommand } from "../../api/use-command.ts";
import { ProblemNote } from "../../components/problem-note/problem-note.tsx";
import { networkText } from "../../text/network.ts";
import { useLang, useText } from "../../text/text.ts";
import { ChildPicker, type ChosenChild } from "../intake/child-picker.tsx";
import { ChoiceField, DayField, SourceField } from "./relation-fields.tsx";
import type { Network } from "./model.ts";

interface Props {
  readonly answer: Network;
  readonly onDone: () => void;
}

/** The kind of relation that makes somebody a party. */
const guardian = "guardian";

/** Somebody becomes something to the child, from a day, by a source. */
export function AddRelation({ answer, onDone }: Props) {
  const t = useText(networkText);
  const { lang } = useLang();
  const [who, setWho] = useState<ChosenChild>();
  const [kind, setKind] = useState("");
  const [from, setFrom] = useState(answer.today);
  const [source, setSource] = useState("");
  const [relation] = useState(() => crypto.randomUUID());
  const [lacks, setLacks] = useState(false);
  const { state, send } = useCommand(endpoints.changePerson);
  async function add(): Promise<void> {
    const missing = who === undefined || [kind, from, source].includes("");
    setLacks(missing);
    if (missing) return;
    const added = await send((commandId) => ({
      commandId,
      person: who.person,
      source,
      relations: [{ relation, kind, to: answer.child.person, validFrom: from }],
    }));
    if (added !== undefined) onDone();
  }
  return (
    <form
      className="network-form no-print"
      aria-labelledby="network-add"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <h2 id="network-add">{t("add")}</h2>
      <ProblemNote state={state} />
      {lacks ? (
        <p className="field-problem" role="alert">
          {t("lacks")}
        </p>
      ) : null}
      <ChildPicker
        label={t("who")}
        chosen={who === undefined ? [] : [who]}
        onChoose={(chosen) => setWho({ ...chosen, running: false })}
        onRemove={() => setWho(undefined)}
      />
      <ChoiceField
        label={t("kind")}
        value={kind}
        options={answer.kinds.map((each) => [each.id, each[lang]])}
        onChange={setKind}
      />
      {kind === guardian ? <p className="quiet">{t("guardianEffect")}</p> : null}
      <DayField label={t("from")} value={from} onChange={setFrom} />
      <SourceField value={source} onChange={setSource} />
      <div className="row">
        <button type="submit" className="primary" aria-disabled={state.sending}>
          {t("save")}
        </button>
        <button type="button" className="plain" onClick={onDone}>
          {t("cancel")}
        </button>
      </div>
    </form>
  );
}
