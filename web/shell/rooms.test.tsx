import type { ReactNode } from "react";
import { describe, expect, test } from "vitest";
import { actionsOf, refusedByRole } from "../../src/access/policy.ts";
import type { Route } from "../../src/contract/route.ts";
import { routes } from "../../src/contract/routes.ts";
import { roles } from "../../src/domain/command.ts";
import type { Me } from "../api/queries.ts";
import { Page as ChildPage } from "../pages/child/page.tsx";
import { Page as MyDay } from "../pages/my-day/page.tsx";
import { Page as Start } from "../pages/start/page.tsx";
import { AwayToday } from "../pages/unit/away-today.tsx";
import { renderPage } from "../testing/render-page.tsx";
import { akt, child, matter } from "../testing/sample-child.ts";
import { hasDay } from "./has-day.ts";
import { RailRooms } from "./rail.tsx";
import { roomsFor } from "./rooms.ts";

/** What each address asks the server for when it is opened, or when its form is sent. */
const asked: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^\/$/u, ["views.my-day"]],
  [/^\/(start|incidents|password|sign-ins)$/u, []],
  [/^\/receive/u, ["intake.receive-report"]],
  [/^\/search$/u, ["persons.search-persons"]],
  [/^\/gaps$/u, ["views.my-gaps"]],
  [/^\/unit$/u, ["views.unit-clocks", "views.unit-plan"]],
  [/^\/unit\/conference$/u, ["views.unit-clocks"]],
  [/^\/staffing$/u, ["staffing.read-staffing"]],
  [/^\/accounts$/u, ["accounts.list-accounts"]],
  [/^\/retention$/u, ["retention.read-retention"]],
  [/^\/log-review$/u, ["log-review.list-reviews"]],
  [/^\/glass$/u, ["glass.list-glass"]],
  [/^\/followup$/u, ["followup.read-overview"]],
  [/^\/followup\/(question|variables)/u, ["followup.read-catalogue"]],
  [/^\/followup\/reports$/u, ["followup.list-reports"]],
  [/^\/child\/[^/]+$/u, ["views.child-page"]],
  [/^\/child\/[^/]+\/network$/u, ["views.network"]],
  [/^\/child\/[^/]+\/siblings$/u, ["views.siblings"]],
  [/^\/child\/[^/]+\/disclosures$/u, ["disclosure.list-disclosures", "disclosure.read-material"]],
  [/^\/child\/[^/]+\/reach$/u, ["reach.read-reach"]],
  [/^\/child\/[^/]+\/accesses$/u, ["views.accesses"]],
  [/^\/child\/[^/]+\/basic-data\//u, ["persons.change-person"]],
  [/^\/child\/[^/]+\/[^/]+\/handover$/u, ["views.handover"]],
  [/^\/child\/[^/]+\/[^/]+\/received$/u, ["received.receive-document"]],
  [/^\/child\/[^/]+\/[^/]+\/document\//u, ["drafts.open-draft"]],
  [/^\/child\/[^/]+\/[^/]+\/act\//u, ["drafts.open-draft", "notes.sign-note"]],
];

/** A file of the server is asked for by its own address. */
function fileRoute(address: string): Route | undefined {
  return routes.find(
    ({ method, path }) =>
      method === "GET" && new RegExp(`^${path.replaceAll(/:\w+/gu, "[^/]+")}$`, "u").test(address),
  );
}

function askedBy(address: string): readonly Route[] {
  const file = fileRoute(address);
  if (file !== undefined) return [file];
  const found = asked.find(([pattern]) => pattern.test(address));
  if (found === undefined) throw new Error(`nobody has said what ${address} asks for`);
  return found[1].map((id) => {
    const route = routes.find((each) => each.id === id);
    if (route === undefined) throw new Error(`there is no route ${id}`);
    return route;
  });
}

/** The addresses of what is drawn; a place on the same page is none. */
function addressesIn(html: string): readonly string[] {
  return [...html.matchAll(/href="(\/[^"#]*)/gu)].map(
    ([, address = ""]) => address.split("?")[0] ?? "",
  );
}

const day = {
  today: "2026-11-25",
  groups: [],
  drafts: [],
  protection: [],
  late: 0,
  dueToday: 0,
  unassigned: 2,
  glass: null,
  standsIn: { staff: [], duties: [] },
};
const pack = {
  codelists: {},
  documents: {},
  areas: [],
  texts: { sv: {}, en: {} },
  process: { acts: [] },
};

function drawn(page: ReactNode, me: Me, may: readonly string[] = []): Promise<string> {
  const known = [
    [["me"], me],
    [["my-day", "mine", "first"], day],
    [["my-day", "unit", "first"], day],
    [["opened"], { lines: [] }],
    [["assignments"], { lines: [] }],
    [["child", ""], child({ may: [...may], matters: [matter()] })],
    [["pack", "current"], pack],
  ] as const;
  return renderPage(page, { known });
}

const inAkt: readonly string[] = [
  "akt.write",
  "person.write",
  "draft.write",
  "print.make",
  "akt.disclose",
  "akt.bar",
  "log.read",
];

const people = roles.flatMap((role) => [
  { role, qualified: true },
  { role, qualified: false },
]);

describe.each(people)("$role, qualified: $qualified", (who) => {
  const actions: readonly string[] = actionsOf(who);
  const me: Me = {
    ...who,
    staff: "00000000-0000-7000-8000-000000000001",
    name: "Rut",
    also: [],
    opened: false,
    unit: { id: "00000000-0000-7000-8000-000000000002", name: "Gruppen" },
    board: { name: "Demonämnden", synthetic: true, simulatedToday: null },
    today: "2026-11-25",
    actions: [...actionsOf(who)],
    specDigest: "0",
    signIn: { limited: false, unseen: 0, endsOn: null },
  };
  const refused = (addresses: readonly string[]) =>
    addresses.filter((address) =>
      askedBy(address).some(
        ({ action, purpose }) => refusedByRole(who, action, purpose) !== undefined,
      ),
    );

  test("is shown no way that ends in a refusal", async () => {
    const rooms = roomsFor(actions).map(([, { to }]) => to);
    const reads = actions.includes("akt.read");
    const own = inAkt.filter((action) => actions.includes(action));
    const pages = [
      await drawn(<RailRooms me={me} />, me),
      await drawn(hasDay(actions) ? <MyDay /> : <Start />, me),
      actions.includes("unit.read") ? await drawn(<AwayToday />, me) : "",
      reads ? await drawn(<ChildPage />, me, own) : "",
    ];
    const ways = [...new Set([...rooms, ...pages.flatMap(addressesIn)])];
    expect(ways.length).toBeGreaterThan(1);
    expect(refused(ways)).toEqual([]);
  });
});

test("whoever only reads an akt is shown no way to write in it", async () => {
  const who = { role: "caseworker", qualified: true } as const;
  const me = { ...who, actions: [...actionsOf(who)], today: "2026-11-25" } as unknown as Me;
  const ways = addressesIn(await drawn(<ChildPage />, me, []));
  expect(ways).toContain(`/child/${akt}/network`);
  expect(ways.filter((way) => /act|received|document|basic|reach|disclosures/u.test(way))).toEqual(
    [],
  );
});
