import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useCallback, useMemo, useState } from "react";
import type { Answers } from "../../src/domain/event.ts";
import type { Citation } from "../../src/domain/sources/citations.ts";
import { mayCite } from "../../src/spec/source-sections.ts";
import type { DocumentSpec, Field } from "../../src/spec/types.ts";
import { earlierQuery, sourcesQuery } from "../api/queries.ts";
import type { LiveFields } from "../drafts/draft-view.ts";
import { useAnswers, useForm } from "../spec/form-context.ts";
import { codeLabel } from "../spec/use-pack.ts";
import { sourcesText } from "../text/sources.ts";
import { useLang, useText } from "../text/text.ts";
import { BesideContext, type BesideValue, ChoicesContext } from "./beside-context.ts";
import { EarlierPanel } from "./earlier-panel.tsx";
import { earlierTexts } from "./earlier-texts.ts";
import { GuidancePanel } from "./guidance-panel.tsx";
import { guidanceOf } from "./guidance.ts";
import { type SourceChoice, sourceChoices } from "./source-choices.ts";
import { PastPanel } from "./past-panel.tsx";
import { EntryBeside, SourcePanel } from "./source-panel.tsx";

/** The matter that texts are written in, with the names of those it knows. */
export interface BesideMatter {
  readonly akt: string;
  readonly matter: string;
  readonly names: ReadonlyMap<string, string>;
}

type Shown =
  | { readonly what: "source"; readonly citation: Citation }
  | { readonly what: "entry"; readonly entry: number; readonly title: string }
  | {
      readonly what: "earlier" | "past" | "guidance";
      readonly field: Field;
      readonly path: string;
    };

/** Gives the texts within it their sources, earlier texts and guidance, one at a time in a panel beside. */
export function Beside({
  of,
  document,
  children,
}: {
  readonly of: BesideMatter | undefined;
  readonly document: DocumentSpec;
  readonly children: ReactNode;
}) {
  if (of === undefined) return children;
  return (
    <BesideTexts of={of} document={document}>
      {children}
    </BesideTexts>
  );
}

function BesideTexts({
  of: { akt, matter, names },
  document,
  children,
}: {
  readonly of: BesideMatter;
  readonly document: DocumentSpec;
  readonly children: ReactNode;
}) {
  const [shown, setShown] = useState<Shown>();
  const draft = useForm().draftId?.() ?? "";
  const close = useCallback(() => setShown(undefined), []);
  const choices = useChoices(akt, matter, document);
  const mayCiteHere = mayCite(document) && choices.length > 0;
  const value = useBesideValue({ akt, matter, document, mayCiteHere, show: setShown });
  return (
    <BesideContext value={value}>
      <ChoicesContext value={choices}>
        {children}
        {shown?.what === "source" ? (
          <SourcePanel akt={akt} citation={shown.citation} names={names} onClose={close} />
        ) : null}
        {shown?.what === "entry" ? (
          <EntryBeside
            akt={akt}
            entry={shown.entry}
            title={shown.title}
            names={names}
            onClose={close}
          />
        ) : null}
        {shown?.what === "earlier" ? (
          <EarlierPanel field={shown.field} path={shown.path} onClose={close} />
        ) : null}
        {shown?.what === "past" ? (
          <PastPanel draft={draft} field={shown.field} path={shown.path} onClose={close} />
        ) : null}
        {shown?.what === "guidance" ? (
          <GuidancePanel
            document={document}
            field={shown.field}
            path={shown.path}
            onClose={close}
          />
        ) : null}
      </ChoicesContext>
    </BesideContext>
  );
}

function useChoices(akt: string, matter: string, document: DocumentSpec): readonly SourceChoice[] {
  const { pack } = useForm();
  const { statements } = useAnswers();
  const { lang } = useLang();
  const t = useText(sourcesText);
  const sources = useQuery({ ...sourcesQuery(akt, matter), enabled: mayCite(document) }).data;
  return useMemo(
    () =>
      sourceChoices(sources?.sources ?? [], statements === undefined ? {} : { statements }, {
        lang,
        ownStatement: t("ownStatement"),
        childsWords: t("childsWords"),
        areaOf: (area) => codeLabel(pack, "area", area)[lang],
      }),
    [sources, statements, pack, lang, t],
  );
}

function useBesideValue({
  akt,
  matter,
  document,
  mayCiteHere,
  show,
}: {
  readonly akt: string;
  readonly matter: string;
  readonly document: DocumentSpec;
  readonly mayCiteHere: boolean;
  readonly show: (shown: Shown) => void;
}): BesideValue {
  const { pack, draftId, live } = useForm();
  const { lang } = useLang();
  const cites = mayCite(document);
  const earlier = useQuery(earlierQuery(akt, matter, document.id)).data;
  return useMemo(
    () => ({
      mayCite: mayCiteHere,
      // A text can be brought only where the document can tell where it came from.
      earlierOf: (path) =>
        cites
          ? earlierTexts(pack, document.id, path, listAround(path, live), earlier?.versions ?? [])
          : [],
      hasGuidance: (field, path) => guidanceOf(pack, document, field, path).length > 0,
      documentName: (id) => pack.documents[id ?? ""]?.name[lang] ?? "",
      openSource: (citation) => show({ what: "source", citation }),
      openEntry: (entry, title) => show({ what: "entry", entry, title }),
      openEarlier: (field, path) => show({ what: "earlier", field, path }),
      openPast:
        draftId === undefined ? undefined : (field, path) => show({ what: "past", field, path }),
      openGuidance: (field, path) => show({ what: "guidance", field, path }),
    }),
    [mayCiteHere, earlier, cites, pack, document, live, draftId, lang, show],
  );
}

/** The list a path is in, among answers. */
function listAround(path: string, live: LiveFields | undefined): Answers {
  const [list = "", item] = path.split("/");
  const items = item === undefined ? undefined : live?.valueAt(list);
  return items === undefined ? {} : { [list]: items };
}
