import type { Answers } from "../../../src/domain/event.ts";
import type { Field, Pack } from "../../../src/spec/types.ts";
import type { DraftHandle } from "../../drafts/use-draft.ts";
import { AnswersView } from "../../spec/answers-view.tsx";
import { itemsIn } from "../../spec/items-in.ts";
import { documentOf, useSay } from "../../spec/use-pack.ts";
import { basicDataText } from "../../text/basic-data.ts";
import { useText } from "../../text/text.ts";

interface KnownListsProps {
  readonly pack: Pack;
  readonly fields: readonly Field[];
  readonly known: Answers;
  readonly onChange: DraftHandle["addItem"];
}

const nobody: ReadonlyMap<string, string> = new Map();

/** Lists as they stand. To change one, its items are taken over into what is being written. */
export function KnownLists({ pack, fields, known, onChange }: KnownListsProps) {
  const t = useText(basicDataText);
  const say = useSay();
  const document = documentOf(pack, "basic-data");
  return fields.map((field) => (
    <div key={field.id} className="known-list">
      <AnswersView
        pack={pack}
        document={document}
        answers={{ [field.id]: known[field.id] ?? [] }}
        names={nobody}
      />
      <button
        type="button"
        onClick={() => {
          for (const { id: _id, ...item } of itemsIn(known[field.id])) onChange(field.id, item);
        }}
      >
        {t("changeList")}
        <span className="visually-hidden"> {say(field.label)}</span>
      </button>
    </div>
  ));
}
