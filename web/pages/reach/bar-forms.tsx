import { useState } from "react";
import { endpoints } from "../../api/endpoints.ts";
import { useCommand } from "../../api/use-command.ts";
import { ProblemNote } from "../../components/problem-note/problem-note.tsx";
import { useKeptWords } from "../../drafts/use-kept-words.ts";
import { usePack } from "../../spec/use-pack.ts";
import { reachText } from "../../text/reach.ts";
import { useLang, useText } from "../../text/text.ts";
import { Pick } from "../staffing/fields.tsx";
import { useChoices } from "./loan-form.tsx";
import type { ReachAnswer } from "./page.tsx";
import { ReachForm } from "./reach-form.tsx";
import { Why } from "./why.tsx";

/** Somebody is kept out: oneself, or another where one leads the unit. */
export function BarForm({ akt, reach }: { readonly akt: string; readonly reach: ReachAnswer }) {
  const t = useText(reachText);
  const { lang } = useLang();
  const pack = usePack();
  const people = useChoices(reach.staff);
  const only = people.length === 1 ? (people[0]?.id ?? "") : "";
  const [chosen, setChosen] = useState("");
  const [ground, setGround] = useState("");
  const [why, setWhy] = useKeptWords(`bar ${akt}`);
  const [asked, setAsked] = useState(false);
  const { state, send } = useCommand(endpoints.barAccess);
  const staff = only === "" ? chosen : only;
  const matter = reach.matters[0]?.matter ?? "";
  const lacks = (value: string) => (asked && value.trim() === "" ? t("fill") : undefined);
  async function save(): Promise<void> {
    setAsked(true);
    if ([staff, ground, why].some((value) => value.trim() === "")) return;
    const done = await send((commandId) => ({
      commandId,
      akt,
      matter,
      ids: { bar: commandId, staff },
      data: { conflictGround: ground, reachReason: why },
      reasons: {},
    }));
    if (done === undefined) return;
    setChosen("");
    setGround("");
    setWhy("");
    setAsked(false);
  }
  const grounds = pack.codelists["conflict-ground"]?.codes ?? [];
  return (
    <ReachForm
      title={t("note")}
      help={t(only === "" ? "noteHelp" : "noteSelf")}
      button={t("doNote")}
      state={state}
      onSave={save}
    >
      {only === "" ? (
        <Pick
          label={t("whoIs")}
          value={chosen}
          empty={t("choose")}
          choices={people}
          problem={lacks(chosen)}
          onPick={setChosen}
        />
      ) : null}
      <Pick
        label={t("ground")}
        value={ground}
        empty={t("choose")}
        choices={grounds.map(({ id, label }) => ({ id, name: label[lang] }))}
        problem={lacks(ground)}
        onPick={setGround}
      />
      <Why value={why} problem={lacks(why)} onWrite={setWhy} />
    </ReachForm>
  );
}

interface LiftProps {
  readonly akt: string;
  readonly matter: string;
  readonly bar: string;
  readonly name: string;
}

/** Somebody is let in again, for a reason. */
export function LiftForm({ akt, matter, bar, name }: LiftProps) {
  const t = useText(reachText);
  const [open, setOpen] = useState(false);
  const [why, setWhy] = useKeptWords(`lift ${akt} ${bar}`);
  const [asked, setAsked] = useState(false);
  const { state, send } = useCommand(endpoints.liftBar);
  async function save(): Promise<void> {
    setAsked(true);
    if (why.trim() === "") return;
    const done = await send((commandId) => ({
      commandId,
      akt,
      matter,
      ids: { bar },
      data: { reachReason: why },
      reasons: {},
    }));
    if (done !== undefined) setWhy("");
  }
  if (!open) {
    return (
      <button
        type="button"
        className="small no-print"
        aria-label={`${t("letIn")}: ${name}`}
        onClick={() => setOpen(true)}
      >
        {t("letIn")}
      </button>
    );
  }
  return (
    <form
      className="work-form no-print"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Why
        value={why}
        problem={asked && why.trim() === "" ? t("fill") : undefined}
        onWrite={setWhy}
      />
      <ProblemNote state={state} />
      <div className="row">
        <button type="submit" aria-disabled={state.sending}>
          {t("letIn")}
        </button>
      </div>
    </form>
  );
}
