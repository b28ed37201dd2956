import { useId, useState } from "react";
import { endpoints } from "../../api/endpoints.ts";
import type { ChildPageAnswer } from "../../api/queries.ts";
import { useCommand } from "../../api/use-command.ts";
import { ProblemNote } from "../../components/problem-note/problem-note.tsx";
import { usePack } from "../../spec/use-pack.ts";
import { basicDataText } from "../../text/basic-data.ts";
import { intakeText } from "../../text/intake.ts";
import { relationText } from "../../text/person.ts";
import { useText } from "../../text/text.ts";
import { NewPerson } from "../intake/new-person.tsx";
import { PersonHits } from "../search/person-hits.tsx";
import { Pick } from "../staffing/fields.tsx";
import { DayAndSource } from "./day-and-source.tsx";
import { useNameOf } from "../../components/person-label/name-of.ts";

/** Kinds that decide about the child or say with whom it lives. */
const kinds = ["guardian", "special-guardian", "good-man", "home", "shared-home"] as const;
const someoneElse = "someone-else";

interface Someone {
  readonly id: string;
  readonly name: string;
}

/** Who, what and from which day: somebody the child knows already, or somebody new to the board. */
export function AddRelation({
  child,
  today,
}: {
  readonly child: ChildPageAnswer;
  readonly today: string;
}) {
  const t = useText(basicDataText);
  const relation = useText(relationText);
  const named = useNameOf();
  const pack = usePack();
  const [who, setWho] = useState("");
  const [found, setFound] = useState<Someone>();
  const [kind, setKind] = useState("");
  const [from, setFrom] = useState<string>(today);
  const [source, setSource] = useState("");
  const [asked, setAsked] = useState(false);
  const { state, send } = useCommand(endpoints.changePerson);
  const known = new Map(child.family.map(({ person, label }) => [person, named(label)]));
  const person = who === someoneElse ? found?.id : who;
  const lacks = (value: string) => (asked && value === "" ? t("fill") : undefined);
  async function add(): Promise<void> {
    setAsked(true);
    if (person === undefined || [person, kind, from, source].includes("")) return;
    const made = { relation: crypto.randomUUID(), kind, to: child.person, validFrom: from };
    const body = { person, data: {}, source, relations: [made] };
    const done = await send((commandId) => ({ commandId, ...body }));
    if (done === undefined) return;
    setWho("");
    setFound(undefined);
    setKind("");
    setAsked(false);
  }
  return (
    <details className="add-relation">
      <summary>{t("add")}</summary>
      <form
        className="relation-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <div className="row">
          <Pick
            label={t("who")}
            value={who}
            empty={t("choose")}
            choices={[
              ...[...known].map(([id, name]) => ({ id, name })),
              { id: someoneElse, name: t("someoneElse") },
            ]}
            problem={lacks(person ?? "")}
            onPick={setWho}
          />
          <Pick
            label={t("kind")}
            value={kind}
            empty={t("choose")}
            choices={kinds.map((id) => ({ id, name: relation(id) }))}
            problem={lacks(kind)}
            onPick={setKind}
          />
        </div>
        {who === someoneElse ? <Search found={found} onFound={setFound} /> : null}
        <DayAndSource
          pack={pack}
          prefix="relation"
          from={from}
          source={source}
          asked={asked}
          onFrom={setFrom}
          onSource={setSource}
        />
        <button type="submit" aria-disabled={state.sending}>
          {t("saveRelation")}
        </button>
        <ProblemNote state={state} />
      </form>
    </details>
  );
}

interface SearchProps {
  readonly found: Someone | undefined;
  readonly onFound: (person: Someone) => void;
}

/** Somebody the child has no relation to yet: found by name or number, or registered. */
function Search({ found, onFound }: SearchProps) {
  const t = useText(basicDataText);
  const i = useText(intakeText);
  const id = useId();
  const [typed, setTyped] = useState("");
  const [registering, setRegistering] = useState(false);
  function choose(person: Someone): void {
    onFound(person);
    setTyped("");
    setRegistering(false);
  }
  return (
    <div className="field">
      {found === undefined ? null : <p>{t("chosen", { name: found.name })}</p>}
      <label htmlFor={id}>{t("search")}</label>
      <input
        id={id}
        type="text"
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <PersonHits
        typed={typed}
        without={[]}
        onChoose={({ person, name }) => choose({ id: person, name })}
      />
      {registering ? (
        <NewPerson
          typed={typed}
          onDone={({ person, name }) => choose({ id: person, name })}
          onCancel={() => setRegistering(false)}
        />
      ) : (
        <button type="button" onClick={() => setRegistering(true)}>
          {i("newPerson")}
        </button>
      )}
    </div>
  );
}
