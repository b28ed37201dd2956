import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useCallback, useMemo, useSyncExternalStore } from "react";
import { childQuery, type ChildPageAnswer, type Me, meQuery } from "../api/queries.ts";
import { useUndo } from "../drafts/use-undo.ts";
import { aboutOf } from "../pages/act/step-of.ts";
import { paths, stepPath } from "../paths.ts";
import { childText } from "../text/child.ts";
import { finderText } from "../text/finder.ts";
import { keysText } from "../text/keys.ts";
import { shellText } from "../text/shell.ts";
import { useLang, useText } from "../text/text.ts";
import { type KeyId, keyTable, printed } from "./key-table.ts";
import { openFiles } from "./open-files.ts";
import type { Doing } from "./palette.tsx";
import { roomsFor } from "./rooms.ts";
import { useSearchText } from "./search-context.ts";
import { showPanel } from "./shown-panel.ts";

const keyOf = (id: KeyId): { readonly keys: string } => ({
  keys: printed(keyTable[id][0]).join("+"),
});

/** What can be reached and done from here: the open child first, then what is to be done, files and pages. */
export function usePaletteChoices(akt: string): readonly Doing[] {
  const me = useSuspenseQuery(meQuery).data;
  const ofChild = useChildChoices(akt);
  const doings = useDoings(me);
  const files = useFileChoices(akt);
  const ofPages = usePageChoices(me);
  return useMemo(
    () => [...ofChild, ...doings, ...files, ...ofPages],
    [ofChild, doings, files, ofPages],
  );
}

/** What is typed as the name or number of a person, for those who may search. */
export function usePersonChoice(): (typed: string) => readonly Doing[] {
  const me = useSuspenseQuery(meQuery).data;
  const t = useText(finderText);
  const navigate = useNavigate();
  const { setText } = useSearchText();
  const may = me.actions.includes("person.search");
  return useCallback(
    (typed) => {
      if (!may || typed.length < 2) return [];
      const run = (): void => {
        setText(typed);
        void navigate(paths.search);
      };
      const label = t("searchPerson", { text: typed });
      return [{ id: "person", label, group: t("persons"), run }];
    },
    [may, t, navigate, setText],
  );
}

/** The pages about the open child, and the steps of its running matters that can be taken now. */
function useChildChoices(akt: string): readonly Doing[] {
  const t = useText(finderText);
  const s = useText(shellText);
  const k = useText(keysText);
  const c = useText(childText);
  const { lang } = useLang();
  const navigate = useNavigate();
  const child = useQuery({ ...childQuery(akt), enabled: akt !== "" }).data;
  return useMemo(() => {
    if (child === undefined) return [];
    const { name } = child.child;
    const to = (id: string, label: string, run: () => void): Doing => ({
      id: `child ${id}`,
      label,
      group: name,
      run,
    });
    const running = child.matters.filter(({ closedOn }) => closedOn === null);
    const may = (action: string): boolean => child.may.includes(action);
    return [
      { ...to("find", k("find"), () => showPanel("find")), ...keyOf("find") },
      to("page", s("child"), () => void navigate(paths.child(akt))),
      to("network", s("network"), () => void navigate(paths.network(akt))),
      to("siblings", s("siblings"), () => void navigate(paths.siblings(akt))),
      ...(may("akt.bar") ? [to("reach", s("reach"), () => void navigate(paths.reach(akt)))] : []),
      ...(may("log.read")
        ? [to("accesses", s("accesses"), () => void navigate(paths.accesses(akt)))]
        : []),
      ...(may("akt.disclose")
        ? [to("disclosures", s("disclosures"), () => void navigate(paths.disclosures(akt)))]
        : []),
      ...running.map(({ matter }) =>
        to(`handover ${matter}`, s("handover"), () => void navigate(paths.handover(akt, matter))),
      ),
      ...(may("akt.write")
        ? stepsOf(child, lang).map((step): Doing => ({
            ...to(step.id, step.label, () => void navigate(step.path)),
            group: t("steps", { name }),
            also: c("steps"),
          }))
        : []),
    ];
  }, [child, akt, lang, t, s, k, c, navigate]);
}

/** The steps that can be taken now in the running matters, one of each kind. */
function stepsOf(child: ChildPageAnswer, lang: "sv" | "en") {
  return child.matters
    .filter(({ closedOn }) => closedOn === null)
    .flatMap(({ matter, steps }) =>
      steps
        .filter(({ possible }) => possible)
        .map((step, nth) => ({
          id: `step ${matter} ${step.command} ${nth}`,
          label: step[lang],
          path: stepPath(child.akt, matter, step.command, aboutOf(step, steps)),
        })),
    );
}

function useDoings(me: Me): readonly Doing[] {
  const t = useText(finderText);
  const k = useText(keysText);
  const { lang, choose } = useLang();
  const undo = useUndo();
  return useMemo(() => {
    const group = t("doings");
    const writes = me.actions.includes("akt.write");
    const other = lang === "sv" ? "en" : "sv";
    return [
      ...(writes
        ? [{ id: "note", label: k("note"), group, ...keyOf("note"), run: () => showPanel("note") }]
        : []),
      { id: "undo", label: k("undo"), group, ...keyOf("undo"), run: () => undo("undo") },
      { id: "redo", label: k("redo"), group, ...keyOf("redo"), run: () => undo("redo") },
      ...(me.actions.includes("draft.write")
        ? [{ id: "phrases", label: t("editPhrases"), group, run: () => showPanel("phrases") }]
        : []),
      { id: "print", label: t("print"), group, run: () => window.print() },
      { id: "map", label: k("map"), group, ...keyOf("map"), run: () => showPanel("map") },
      {
        id: "language",
        label: other === "en" ? "English" : "Svenska",
        group,
        run: () => choose(other),
      },
    ];
  }, [t, k, me, lang, choose, undo]);
}

/** The other files that lie open. */
function useFileChoices(akt: string): readonly Doing[] {
  const t = useText(finderText);
  const navigate = useNavigate();
  const files = useSyncExternalStore(openFiles.subscribe, openFiles.get);
  return useMemo(
    () =>
      files
        .filter((file) => file.akt !== akt)
        .map((file) => ({
          id: `file ${file.akt}`,
          label: file.child.name,
          group: t("files"),
          run: () => void navigate(paths.child(file.akt)),
        })),
    [files, akt, t, navigate],
  );
}

function usePageChoices(me: Me): readonly Doing[] {
  const t = useText(finderText);
  const s = useText(shellText);
  const navigate = useNavigate();
  return useMemo(
    () =>
      roomsFor(me.actions).map(([id, path]) => ({
        id: `page ${id}`,
        label: s(id),
        group: t("pages"),
        run: () => void navigate(path),
      })),
    [me, t, s, navigate],
  );
}
