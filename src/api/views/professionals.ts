import type { z } from "zod";
import type { FieldClass } from "../../access/policy-types.ts";
import type { network } from "../../contract/views/network.ts";
import type { AktState } from "../../domain/akt-state.ts";
import { itemsOf, textOf } from "../../domain/read.ts";
import type { PersonState } from "../../domain/person/person-state.ts";
import { findCode } from "../../spec/lookup.ts";
import type { Pack } from "../../spec/types.ts";
import type { ChronologyRow } from "../../store/views/chronology-page.ts";
import type { RequestContext } from "../http/handler.ts";
import { staffName, wordsOf } from "./labels.ts";
import { visibleAnswers } from "./visible-answers.ts";

type Professional = z.infer<typeof network.answer>["professionals"][number];

/** Who has had a matter: from each allocation to the next one, or to the closing. Oldest first. */
export function workersOf(
  ctx: RequestContext,
  state: AktState,
  readable: ReadonlySet<string>,
  allocations: readonly ChronologyRow[],
): readonly Professional[] {
  return Object.values(state.matters)
    .filter(({ matter }) => readable.has(matter))
    .flatMap(({ matter, closedOn, coWorker }) => {
      const mine = allocations
        .filter((row) => row.matter === matter)
        .toSorted((a, b) => a.seq - b.seq);
      const workers = mine.flatMap((row, at): readonly Professional[] => {
        const { to } = row.params;
        if (to === undefined || !("staff" in to)) return [];
        const next = mine[at + 1]?.on ?? closedOn ?? null;
        const role = wordsOf(ctx, "role.caseworker");
        const id = `${matter} ${row.seq}`;
        return [{ id, name: staffName(ctx, to.staff), role, from: row.on, to: next }];
      });
      if (coWorker === undefined || closedOn !== undefined) return workers;
      const role = wordsOf(ctx, "network.co-worker");
      const second = { id: `${matter} second`, role, from: null, to: null };
      return [...workers, { ...second, name: staffName(ctx, coWorker) }];
    });
}

/** School, health contacts and representatives of the child's basic data, each for the days it held. */
export function contactsOf(
  ctx: RequestContext,
  child: PersonState,
  pack: Pack,
  classes: readonly FieldClass[],
): readonly Professional[] {
  return ["schoolName", "healthContacts", "representatives"].flatMap((field) => {
    const values = child.fields[field] ?? [];
    return values.flatMap(({ validFrom, value }, at): readonly Professional[] => {
      const seen = visibleAnswers(pack, "basic-data", { [field]: value }, classes)[field];
      const days = { from: validFrom, to: values[at + 1]?.validFrom ?? null };
      const school = typeof seen === "string" ? seen : undefined;
      if (school !== undefined) {
        const role = wordsOf(ctx, "network.school");
        return school === "" ? [] : [{ id: `${field} ${at}`, name: school, role, ...days }];
      }
      return itemsOf(value).flatMap((item) => {
        const name = textOf(item["name"]);
        if (name === undefined || seen === undefined) return [];
        const own = {
          from: textOf(item["from"]) ?? days.from,
          to: textOf(item["until"]) ?? days.to,
        };
        return [
          { id: `${field} ${at} ${item.id}`, name, role: roleOf(pack, item["kind"]), ...own },
        ];
      });
    });
  });
}

const kindLists = ["health-contact", "representative-kind"] as const;

function roleOf(pack: Pack, kind: unknown): Professional["role"] {
  const id = typeof kind === "string" ? kind : "";
  const found = kindLists
    .map((list) => findCode(pack, list, id))
    .find((code) => code !== undefined);
  return { id, sv: found?.label.sv ?? "", en: found?.label.en ?? "" };
}
