import { useQuery } from "@tanstack/react-query";
import { type ReactNode, Suspense } from "react";
import type { AnswerItem } from "../../src/domain/event.ts";
import { textOf } from "../../src/domain/read.ts";
import { type Citation, isOwnStatement } from "../../src/domain/sources/citations.ts";
import { partOf } from "../../src/domain/sources/source-secrecy.ts";
import { urlOf } from "../api/client.ts";
import { endpoints } from "../api/endpoints.ts";
import { receivedQuery } from "../api/queries.ts";
import { SidePanel } from "../components/side-panel/side-panel.tsx";
import { entryQuery, EntryText } from "../pages/child/entry-panel.tsx";
import { Loading } from "../shell/error-view.tsx";
import { useAnswers, useForm } from "../spec/form-context.ts";
import { codeLabel } from "../spec/use-pack.ts";
import { sourcesText } from "../text/sources.ts";
import { useLang, useText } from "../text/text.ts";
import { useSourceChoices } from "./beside-context.ts";
import { choiceOf } from "./source-choices.ts";

interface SourcePanelProps {
  readonly akt: string;
  readonly citation: Citation;
  readonly names: ReadonlyMap<string, string>;
  readonly onClose: () => void;
}

/** What a text cites, beside it: the statement, the entry of the record, or the received document. */
export function SourcePanel({ akt, citation, names, onClose }: SourcePanelProps): ReactNode {
  const t = useText(sourcesText);
  const { pack } = useForm();
  const answers = useAnswers();
  const { lang } = useLang();
  const choice = choiceOf(useSourceChoices(), citation);
  const kind = codeLabel(pack, "citation-kind", citation.kind)[lang];
  const title = choice?.label ?? kind;
  if (isOwnStatement(citation)) {
    const item = partOf(answers, citation.part);
    return (
      <SidePanel title={title} onClose={onClose}>
        {item === undefined ? <p>{t("goneHelp")}</p> : <Statement item={item} />}
      </SidePanel>
    );
  }
  return (
    <EntryBeside
      akt={akt}
      entry={citation.entry ?? 0}
      part={citation.kind === "statement" ? citation.part : undefined}
      title={title}
      names={names}
      onClose={onClose}
    >
      {citation.kind === "received" ? <Original akt={akt} citation={citation} /> : null}
    </EntryBeside>
  );
}

/** An entry of the record beside the text, or one statement of it. */
export function EntryBeside({
  akt,
  entry,
  part,
  title,
  names,
  onClose,
  children,
}: {
  readonly akt: string;
  readonly entry: number;
  readonly part?: string | undefined;
  readonly title: string;
  readonly names: ReadonlyMap<string, string>;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}): ReactNode {
  const t = useText(sourcesText);
  const found = useQuery(entryQuery(akt, entry));
  const content = found.data?.content ?? undefined;
  const item = part === undefined || content === undefined ? undefined : partOf(content, part);
  return (
    <SidePanel title={title} onClose={onClose}>
      {children}
      {found.error === null ? null : <p>{t("goneHelp")}</p>}
      {found.data === undefined ? (
        found.error === null ? (
          <Loading />
        ) : null
      ) : (
        <Suspense fallback={<Loading />}>
          {item === undefined ? (
            <EntryText entry={found.data} names={names} />
          ) : (
            <Statement item={item} />
          )}
        </Suspense>
      )}
    </SidePanel>
  );
}

function Statement({ item }: { readonly item: AnswerItem }): ReactNode {
  const { pack } = useForm();
  const { lang } = useLang();
  const kind = textOf(item["kind"]);
  const facts = [
    ...(kind === undefined ? [] : [codeLabel(pack, "statement-kind", kind)[lang]]),
    ...[textOf(item["sourceText"])].filter((each) => each !== undefined),
  ];
  return (
    <>
      <p className="narrative" lang="sv">
        {textOf(item["text"])}
      </p>
      <p className="quiet small">{facts.join(" · ")}</p>
    </>
  );
}

/** The original that came in, at the page that is cited, in a window of its own. */
function Original({
  akt,
  citation,
}: {
  readonly akt: string;
  readonly citation: Citation;
}): ReactNode {
  const t = useText(sourcesText);
  const found = useQuery(receivedQuery(akt)).data;
  const file = found?.documents.find(({ received }) => received === citation.part)?.file;
  if (found?.opens !== true || file === undefined || file === null) return null;
  const address = urlOf(endpoints.readOriginal.path, { file: file.file }, { as: "shown" });
  const { page } = citation;
  return (
    <p>
      <a
        href={page === undefined ? address : `${address}#page=${page}`}
        target="_blank"
        rel="noopener noreferrer"
      >
        {page === undefined ? t("originalWhole") : t("original", { page })}
      </a>
    </p>
  );
}
