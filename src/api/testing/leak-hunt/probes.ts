import { routes } from "../../../contract/routes.ts";
import type { Planted } from "./plant.ts";

/** A request whose answer might tell of somebody: a search, or something that is refused. */
export interface Probe {
  readonly path: string;
  readonly body: unknown;
}

/** What would end the walk for whoever asks. */
const never: readonly string[] = ["session.sign-out", "session.change-password", "session.sign-in"];

/** Searches by every name, number and birth date, and every command on some families with nothing in it. */
export function probesOf(
  families: readonly Planted[],
  tried: readonly Planted[],
  newId: () => string,
): readonly Probe[] {
  return [...families.flatMap(searches), ...tried.flatMap((family) => commands(family, newId))];
}

function searches({ cast }: Planted): readonly Probe[] {
  return [cast.child, cast.home, cast.away].flatMap(({ given, family, number, birthDate }) => {
    // The beginning of a word is not the word: an answer that repeats what was asked tells nothing.
    const asked = [
      given.slice(0, 5),
      family.slice(0, 5),
      `${given.slice(0, 5)} ${family.slice(0, 5)}`,
    ];
    return [
      ...asked.map((q) => ({ path: "/api/v1/persons/search-persons", body: { q } })),
      { path: "/api/v1/persons/search-persons", body: { q: number } },
      { path: "/api/v1/persons/search-persons", body: { q: number.slice(2) } },
      {
        path: "/api/v1/persons/find-doubles",
        body: { givenName: given.slice(0, 7), familyName: family.slice(0, 7), birthDate },
      },
    ];
  });
}

function commands({ akt, matter, basis, child, home, cast }: Planted, newId: () => string) {
  const ids = { document: basis, report: newId(), investigation: newId(), decision: newId() };
  const places = { akt, matter, ids, data: {}, person: child, other: home, draft: basis };
  const named = { data: { identityNumber: cast.home.number }, relations: [] };
  return routes
    .filter(
      ({ method, takesBytes, takesForm, id }) =>
        method === "POST" && takesBytes !== true && takesForm !== true && !never.includes(id),
    )
    .map(({ path, id }) => ({
      path,
      body: {
        commandId: newId(),
        ...places,
        ...(id.startsWith("persons.") ? named : {}),
        ...(id === "persons.register-person" ? { person: newId() } : {}),
        text: "bor",
        reason: "x",
        number: cast.home.number,
      },
    }));
}
