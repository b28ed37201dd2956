import type { ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { endpoints } from "../../api/endpoints.ts";
import { receivedQuery } from "../../api/queries.ts";
import { answersToSend } from "../../api/answers-to-send.ts";
import { useCommand } from "../../api/use-command.ts";
import { ErrorSummary } from "../../components/error-summary/error-summary.tsx";
import { SaveBar } from "../../components/save-bar/save-bar.tsx";
import { useDraft } from "../../drafts/use-draft.ts";
import { controlId } from "../../spec/form-context.ts";
import { SpecForm } from "../../spec/spec-form.tsx";
import { documentOf, useDraftPack, useSay } from "../../spec/use-pack.ts";
import { useAddress } from "../../shell/use-address.ts";
import { actText } from "../../text/act.ts";
import { receivedText } from "../../text/received.ts";
import { useText } from "../../text/text.ts";
import { useMatter } from "../act/use-matter.ts";
import { FilePart, fileControl } from "./file-part.tsx";
import { useUpload } from "./use-upload.ts";
import "../act/act-form.css";
import { useNameOf } from "../../components/person-label/name-of.ts";
import "./received.css";

const documentId = "received-document";
const childrenControl = "received-children";
const arrivalWays = "arrival-way";

/** Takes a document into the matter: the file or the pasted text, when and from whom it came, for which children. */
export function Page(): ReactNode {
  const { akt, matter } = useAddress();
  return <ReceiveForm key={`${akt}/${matter}`} akt={akt} matterId={matter} />;
}

function ReceiveForm({ akt, matterId }: { readonly akt: string; readonly matterId: string }) {
  const t = useText(receivedText);
  const a = useText(actText);
  const navigate = useNavigate();
  const { me, persons, guardians } = useMatter(akt, matterId);
  const [made] = useState(() => crypto.randomUUID());
  const draft = useDraft({ draft: made, document: documentId, akt, matter: matterId });
  const pack = useDraftPack(draft.specDigest);
  const upload = useUpload(akt, matterId);
  const { state, send } = useCommand(endpoints.receiveDocument);
  const siblings = useQuery(receivedQuery(akt)).data?.siblings ?? [];
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [early, setEarly] = useState(false);
  const ids = useIds();
  // A file that was chosen since is an answer to what was said about the file.
  const answered = upload.state.sending || upload.state.uploaded !== undefined;
  const told = state.problems.filter(({ pointer }) => pointer !== "/file" || !answered);
  const problems = [...upload.state.problems, ...told];
  const fileProblems = problems.filter(({ pointer }) => pointer === "/file");

  async function submit(): Promise<void> {
    setEarly(upload.state.sending);
    if (upload.state.sending || upload.state.problems.length > 0) return;
    const written = await draft.written();
    const matters = [
      { akt, matter: matterId },
      ...siblings.filter((one) => chosen.includes(one.akt)),
    ];
    const uploaded = upload.state.uploaded?.upload;
    const answer = await send(() => ({
      data: answersToSend(written),
      children: matters.map((one) => ({ akt: one.akt, matter: one.matter, ...ids.of(one.akt) })),
      ...(uploaded === undefined ? {} : { upload: uploaded }),
    }));
    if (answer === undefined) return;
    await draft.discard();
    await navigate({ to: "/child/$akt", params: { akt }, hash: "received" });
  }

  return (
    <div className="act-page">
      <h1 tabIndex={-1}>{t("title")}</h1>
      <p>{t("lead")}</p>
      <SaveBar of={draft.saving} />
      <ErrorSummary problems={problems} controlOf={controlOfPointer} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <FilePart
          state={{ ...upload.state, problems: fileProblems }}
          onChoose={(file) => void upload.choose(file)}
        />
        <SpecForm
          pack={pack}
          document={documentOf(pack, documentId)}
          handle={draft}
          today={me.today}
          persons={persons}
          guardians={guardians}
          problems={[...state.problems, ...state.warnings]}
        />
        <ArrivalNote pack={pack} way={draft.answers["arrivalWay"]} />
        <Children siblings={siblings} chosen={chosen} onChange={setChosen} />
        <div className="act-foot">
          {state.noContact ? (
            <p className="missing" role="alert">
              {a("nothingLost")}
            </p>
          ) : null}
          {early && upload.state.sending ? <p role="alert">{t("waitForFile")}</p> : null}
          <div className="row">
            <button type="submit" className="primary" aria-disabled={state.sending}>
              {state.sending ? a("submitting") : t("submit")}
            </button>
            <button
              type="button"
              className="plain"
              onClick={() => void navigate({ to: "/child/$akt", params: { akt } })}
            >
              {a("back")}
            </button>
          </div>
        </div>
      </form>
    </div>
  );
}

/** The ids of the document in each akt: the same at every try, so that a lost answer makes nothing twice. */
function useIds() {
  const made = useRef(new Map<string, { commandId: string; received: string }>());
  return {
    of(akt: string) {
      const known = made.current.get(akt);
      if (known !== undefined) return known;
      const ids = { commandId: crypto.randomUUID(), received: crypto.randomUUID() };
      made.current.set(akt, ids);
      return ids;
    },
  };
}

/** Which day counts, by how it came, with the section. */
function ArrivalNote({
  pack,
  way,
}: {
  readonly pack: ReturnType<typeof useDraftPack>;
  readonly way: unknown;
}) {
  const say = useSay();
  const list = pack.codelists[arrivalWays];
  const group = list?.codes.find(({ id }) => id === way)?.group;
  const words = list?.groups?.find(({ id }) => id === group)?.label;
  if (words === undefined) return <p role="status" />;
  return (
    <p role="status" className="effect">
      {say(words)}
      {list?.source === undefined ? null : <span className="quiet"> {say(list.source)}</span>}
    </p>
  );
}

interface ChildrenProps {
  readonly siblings: readonly { readonly akt: string; readonly label: { readonly name: string } }[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

function Children({ siblings, chosen, onChange }: ChildrenProps) {
  const t = useText(receivedText);
  const named = useNameOf();
  if (siblings.length === 0) return null;
  return (
    <fieldset className="field" id={childrenControl} tabIndex={-1}>
      <legend>{t("children")}</legend>
      <p className="field-help">{t("childrenHelp")}</p>
      <div className="choices">
        {siblings.map(({ akt, label }) => (
          <label className="choice" key={akt}>
            <input
              type="checkbox"
              checked={chosen.includes(akt)}
              onChange={(event) =>
                onChange(
                  event.target.checked ? [...chosen, akt] : chosen.filter((one) => one !== akt),
                )
              }
            />
            {named(label)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function controlOfPointer(pointer: string): string | undefined {
  const [, root, field] = pointer.split("/");
  if (root === "file") return fileControl;
  if (root === "children") return childrenControl;
  return root === "data" && field !== undefined ? controlId(field) : undefined;
}
