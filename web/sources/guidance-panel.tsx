import type { DocumentSpec, Field } from "../../src/spec/types.ts";
import { SidePanel } from "../components/side-panel/side-panel.tsx";
import { useForm } from "../spec/form-context.ts";
import { useSay } from "../spec/use-pack.ts";
import { sourcesText } from "../text/sources.ts";
import { useText } from "../text/text.ts";
import { guidanceOf } from "./guidance.ts";

/** What the specification says about a question, beside it. */
export function GuidancePanel({
  document,
  field,
  path,
  onClose,
}: {
  readonly document: DocumentSpec;
  readonly field: Field;
  readonly path: string;
  readonly onClose: () => void;
}) {
  const t = useText(sourcesText);
  const say = useSay();
  const { pack } = useForm();
  const found = guidanceOf(pack, document, field, path);
  const [top] = path.split("/");
  const section = document.sections.find((each) => each.fields.some(({ id }) => id === top));
  const ofSection = found.filter(({ about }) => about === "section");
  const ofQuestion = found.filter(({ about }) => about !== "section");
  return (
    <SidePanel title={t("guidanceTitle", { field: say(field.label) })} onClose={onClose}>
      {ofQuestion.map(({ text }) => (
        <p key={text.sv}>{say(text)}</p>
      ))}
      {field.required?.level === "law" ? <p className="quiet">{t("lawAsks")}</p> : null}
      {ofSection.length === 0 || section === undefined ? null : (
        <>
          <h3>{t("sectionGuidance", { section: say(section.title) })}</h3>
          {ofSection.map(({ text }) => (
            <p key={text.sv}>{say(text)}</p>
          ))}
        </>
      )}
    </SidePanel>
  );
}
