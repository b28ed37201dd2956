import { useMemo, useState } from "react";
import type { readPerson } from "../../../src/contract/persons/read-person.ts";
import type { Answers } from "../../../src/domain/event.ts";
import type { Field, Pack } from "../../../src/spec/types.ts";
import { answersToSend } from "../../api/answers-to-send.ts";
import type { AnswerOf } from "../../api/client.ts";
import { endpoints } from "../../api/endpoints.ts";
import type { ChildPageAnswer } from "../../api/queries.ts";
import { useCommand } from "../../api/use-command.ts";
import { ErrorSummary } from "../../components/error-summary/error-summary.tsx";
import { SaveBar } from "../../components/save-bar/save-bar.tsx";
import { useDraft } from "../../drafts/use-draft.ts";
import { controlId } from "../../spec/form-context.ts";
import { SpecForm } from "../../spec/spec-form.tsx";
import { documentOf, useSay } from "../../spec/use-pack.ts";
import { basicDataText } from "../../text/basic-data.ts";
import { useNameOf } from "../../components/person-label/name-of.ts";
import { useText } from "../../text/text.ts";
import { changedFields, formFields } from "./changed-fields.ts";
import { DayAndSource } from "./day-and-source.tsx";
import { KnownLists } from "./known-lists.tsx";

export type PersonAnswer = AnswerOf<typeof readPerson>;

export const basicData = "basic-data";

export interface ChangeFormProps {
  readonly pack: Pack;
  readonly place: { readonly akt: string; readonly matter: string; readonly person: string };
  readonly data: PersonAnswer;
  readonly child: ChildPageAnswer;
  readonly today: string;
  readonly onDone: () => void;
}

/** The form of the document `basic-data`, filled with what is known; only what differs is sent. */
export function ChangeForm({ pack, place, data, child, today, onDone }: ChangeFormProps) {
  const t = useText(basicDataText);
  const guardians = guardiansOf(child, useNameOf());
  const say = useSay();
  const [made] = useState(() => crypto.randomUUID());
  const { akt, matter, person } = place;
  const draft = useDraft({ draft: made, document: basicData, akt, matter, item: person });
  const [from, setFrom] = useState<string>(today);
  const [source, setSource] = useState("");
  const [asked, setAsked] = useState(false);
  const { state, send } = useCommand(endpoints.changePerson);
  const document = documentOf(pack, basicData);
  const fields = useMemo(() => formFields(document, data.withheld), [document, data.withheld]);
  const known = useMemo(() => knownOf(data.fields), [data.fields]);
  const changed = changedFields(known, draft.answers);
  const names = Object.keys(changed).map((id) => nameOf(fields.shown, id, say));
  const handle = useMemo(
    () => ({ ...draft, answers: { ...known, ...draft.answers } }),
    [draft, known],
  );
  const lists = fields.shown.filter(
    ({ id, type }) => type === "list" && id in known && !(id in draft.answers),
  );
  async function submit(): Promise<void> {
    setAsked(true);
    if (source === "" || from === "" || names.length === 0) return;
    const written = await draft.written();
    const data = answersToSend(written, (answers) => changedFields(known, answers));
    const body = { person, data, validFrom: from, source };
    const done = await send((commandId) => ({ commandId, ...body, relations: [] }));
    if (done === undefined) return;
    await draft.discard();
    onDone();
  }
  return (
    <form
      noValidate
      className="basic-data-form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <SaveBar of={draft.saving} />
      <ErrorSummary problems={[...state.problems]} controlOf={controlOfPointer} />
      <SpecForm
        pack={pack}
        document={document}
        handle={handle}
        today={today}
        persons={guardians}
        guardians={guardians}
        problems={[...state.problems, ...state.warnings]}
        hidden={[...fields.hidden, ...lists.map(({ id }) => id), ...elsewhere]}
      />
      <KnownLists pack={pack} fields={lists} known={known} onChange={draft.addItem} />
      <div className="basic-data-foot">
        <p role="status">
          {names.length === 0 ? t("nothing") : t("changes", { fields: names.join(", ") })}
        </p>
        <DayAndSource
          pack={pack}
          prefix="basic-data"
          from={from}
          source={source}
          asked={asked}
          onFrom={setFrom}
          onSource={setSource}
        />
        <button type="submit" className="primary" aria-disabled={state.sending}>
          {state.sending ? t("saving") : t("save")}
        </button>
      </div>
    </form>
  );
}

/** Who a protected person is open to by name is chosen on the page of its protection. */
const elsewhere: readonly string[] = ["protectionStaff"];

/** The page never tells in which way data are protected; the level is chosen anew where it changes. */
function knownOf({ protectionLevel: _level, ...fields }: Answers): Answers {
  return fields;
}

function nameOf(fields: readonly Field[], id: string, say: ReturnType<typeof useSay>): string {
  const field = fields.find((each) => each.id === id);
  return field === undefined ? id : say(field.label).toLowerCase();
}

function controlOfPointer(pointer: string): string | undefined {
  const [, root = "", field = ""] = pointer.split("/");
  if (root === "source") return "basic-data-source";
  if (root === "validFrom") return "basic-data-from";
  return field === "" ? undefined : controlId(field);
}

/** Those who are or were guardians, each once, by name. */
function guardiansOf(child: ChildPageAnswer, named: ReturnType<typeof useNameOf>) {
  const known = child.family.filter(({ guardian }) => guardian);
  const byPerson = new Map(known.map(({ person, label }) => [person, named(label)]));
  return [...byPerson].map(([id, label]) => ({ id, label }));
}
