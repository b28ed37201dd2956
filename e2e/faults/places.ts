import { readMe } from "../../src/contract/session/read-me.ts";
import type { Api } from "../support/api.ts";
import { person } from "../support/family.ts";
import { allocated, investigated, reported, type MatterPlace } from "../support/matters.ts";

/** Matters with an open investigation, one for each writer: children of invented names and test numbers. */
export async function makePlaces(
  worker: Api,
  manager: Api,
  count: number,
): Promise<readonly MatterPlace[]> {
  const me = await worker.call(readMe);
  const places: MatterPlace[] = [];
  for (let nth = 0; nth < count; nth += 1) {
    // Twenty test numbers a day.
    const born = `2015-01-${String(10 + Math.floor(nth / 20)).padStart(2, "0")}`;
    const child = person("Barn", `Krasch${nth}`, born, 980 + (nth % 20));
    const id = await worker.person({
      givenName: child.given,
      familyName: child.family,
      identityNumber: child.number,
      birthDate: child.born,
    });
    const place = await reported(worker, id);
    await allocated(manager, place, me.staff, me.unit?.id ?? "");
    await investigated(manager, place, me.staff);
    places.push(place);
  }
  return places;
}
