import type { Uuid } from "../../src/kernel/ids.ts";
import { textOf } from "../../src/domain/read.ts";
import { canonicalJson } from "../../src/kernel/canonical-json.ts";
import { inTenant } from "../../src/store/in-tenant.ts";
import type { OpenDraftPlan } from "../load/save-plan.ts";
import { fieldsOf, investigations } from "./akter-to-sign.ts";
import { basisContent, NARRATIVE_FIELDS } from "./basis-content.ts";
import { daysAgo, moment, type BenchWorld } from "./bench-world.ts";

/** Open drafts, and the fields of them that are written in with what stands there. */
export interface OpenDrafts {
  readonly drafts: readonly OpenDraftPlan[];
  readonly fields: readonly { readonly path: string; readonly text: string }[];
}

const AKTER = 240;
const DRAFT = {
  text: `insert into draft (tenant, draft, document, akt, matter, item, spec_digest,
      made_by, made_at, changed_by, changed_at)
    select $1, d.draft, 'decision-basis', d.akt, d.matter, d.draft, $6, d.staff, $7, d.staff, $7
    from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[]) as d (draft, akt, matter, staff)`,
};
const FIELDS = {
  text: `insert into draft_field
      (tenant, draft, path, rev, value, others, change_ids, changed_by, changed_at)
    select $1, d.draft, f.path, 1, f.value, '{}', array[gen_random_uuid()], d.made_by, d.made_at
    from draft d cross join unnest($2::text[], $3::text[]) as f (path, value)
    where d.tenant = $1 and d.draft = any($4::uuid[])`,
};

/**
 * Drafts of the decision basis, nearly finished, each open in a browser of the caseworker of its matter. They are
 * many for each matter: only the drafts are measured, and akter cost time to make.
 */
export async function openDrafts(world: BenchWorld, count: number): Promise<OpenDrafts> {
  const { store, tenant, random } = world;
  const places = (
    await Promise.all([investigations(world, AKTER / 2), investigations(world, AKTER / 2)])
  ).flat();
  const content = basisContent(random, store.ids, store.ids.next());
  const written = fieldsOf(content);
  const made = Array.from({ length: count }, (_, at) => {
    const place = places[at % places.length];
    if (place === undefined) throw new Error("The preparation lost an akt");
    return { draft: store.ids.next(), place };
  });
  const ids: readonly Uuid[] = made.map(({ draft }) => draft);
  const at = moment(daysAgo(1), "10:00");
  await inTenant(store.pools.app, tenant, async (tx) => {
    await tx.run(DRAFT, [
      tenant,
      ids,
      made.map(({ place }) => place.akt),
      made.map(({ place }) => place.matter),
      made.map(({ place }) => place.member.staff),
      store.packs.current(tenant).digest,
      at,
    ]);
    const values = written.map(([, value]) => canonicalJson(value));
    await tx.run(FIELDS, [tenant, written.map(([path]) => path), values, ids]);
  });
  return {
    drafts: made.map(({ draft, place: { member } }, index): OpenDraftPlan => {
      const { manager } = world;
      const browser = Math.floor(index / places.length) % member.cookies.length;
      const cookie = member.cookies[browser] ?? "";
      const colleague = manager.cookies[index % manager.cookies.length] ?? "";
      return { draft, cookie, ...(member.unit === manager.unit ? { colleague } : {}) };
    }),
    fields: NARRATIVE_FIELDS.map((path) => ({ path, text: textOf(content[path]) ?? "" })),
  };
}
