import { at, unknownReference, type MapContext } from "./mapping.ts";

/** The id of a person of the case. */
export function personId(ctx: MapContext, key: string, ...steps: readonly (string | number)[]) {
  if (!isPerson(ctx, key)) unknownReference(ctx, key, at(ctx, ...steps));
  return ctx.ids.person(key);
}

/** The ids of persons of the case. */
export function personIds(
  ctx: MapContext,
  keys: readonly string[] | undefined,
  ...steps: readonly (string | number)[]
): readonly string[] {
  return (keys ?? []).map((key, index) => personId(ctx, key, ...steps, index));
}

/** The id of a member of staff or a deciding body. */
export function staffId(ctx: MapContext, key: string, ...steps: readonly (string | number)[]) {
  if (!ctx.file.staff.some((member) => member.key === key)) {
    unknownReference(ctx, key, at(ctx, ...steps));
  }
  return ctx.ids.staff(key);
}

/**
 * Those who took part: persons by id, staff and bodies by name. Only persons are parties; a name counts as
 * nobody's talk or visit.
 */
export function participants(
  ctx: MapContext,
  keys: readonly string[] | undefined,
  ...steps: readonly (string | number)[]
): readonly string[] {
  return [...new Set((keys ?? []).map((key, index) => anybody(ctx, key, ...steps, index)))];
}

/** Somebody or something of the case: a person by id, staff and bodies by name. */
export function anybody(
  ctx: MapContext,
  key: string,
  ...steps: readonly (string | number)[]
): string {
  if (isPerson(ctx, key)) return ctx.ids.person(key);
  const name = nameOf(ctx, key);
  if (name === undefined) unknownReference(ctx, key, at(ctx, ...steps));
  return name ?? key;
}

/** The name of whom or what a key stands for; undefined where it stands for nothing. */
export function nameOf(ctx: MapContext, key: string): string | undefined {
  const person = ctx.file.persons.find((each) => each.key === key);
  if (person !== undefined) return `${person.name.given} ${person.name.family}`;
  const others = [...ctx.file.staff, ...ctx.file.externals];
  return others.find((each) => each.key === key)?.name;
}

/** The words for what kind of body an external is; undefined for anybody else. */
export function externalKind(ctx: MapContext, key: string): string | undefined {
  return ctx.file.externals.find((each) => each.key === key)?.kind;
}

export function isPerson(ctx: MapContext, key: string): boolean {
  return ctx.file.persons.some((each) => each.key === key);
}
