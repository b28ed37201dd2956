import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pdfOf } from "../../store/received/testing/files.ts";
import { answers, openReceivedWorld, type ReceivedWorld } from "../testing/received-world.ts";
import { DEMO_TIMEOUT, type TestUser } from "../testing/test-app.ts";

let world: ReceivedWorld;
let jonatan: TestUser;

beforeAll(async () => {
  world = await openReceivedWorld();
  jonatan = await world.user("jonatan");
}, DEMO_TIMEOUT);
afterAll(() => world.app.close());

describe("a document about several children", () => {
  const siblings = () => [world.of("Signe"), world.of("Vidar"), world.of("Maja")];

  it("is in each akt by itself and names no sibling there", async () => {
    const about = { ...answers, about: "Yttrande om barnen" };
    const done = await world.take(jonatan, siblings(), pdfOf(4), about);
    expect(done.status, done.problems.join()).toBe(200);
    const files = new Set<string>();
    for (const child of siblings()) {
      const [line] = (await world.list(jonatan, child)).documents;
      files.add(line?.file?.file ?? "");
      const [event] = await world.query<{ body: string }>(
        `select body::text from event where stream = '${child.akt}' and type = 'document.received'`,
      );
      for (const other of siblings().filter(({ akt }) => akt !== child.akt)) {
        expect(event?.body).not.toContain(other.akt);
        expect(event?.body).not.toContain(other.matter);
      }
      expect(event?.body).not.toMatch(/Signe|Vidar|Maja/u);
    }
    expect(files.size).toBe(3);
    const logged = await world.query<{ n: number }>(
      "select count(distinct akt)::int as n from access_log where action = 'received.receive-document' and kind = 'command' and akt in (select akt from chronology where type = 'document.received')",
    );
    expect(logged[0]?.n).toBe(3);
  });

  it("is offered for the siblings in whose matters one may write, and for no other", async () => {
    const { siblings: offered } = await world.list(jonatan, world.of("Signe"));
    expect(offered.map(({ akt }) => akt).toSorted()).toEqual(
      [world.of("Vidar").akt, world.of("Maja").akt].toSorted(),
    );
    expect((await world.list(jonatan, world.of("Elmer"))).siblings.length).toBeLessThan(2);
  });

  it("may not be described by the name of one of them", async () => {
    const about = { ...answers, about: "Vidars betyg" };
    expect((await world.take(jonatan, siblings(), pdfOf(5), about)).problems).toEqual([
      "received.names-other-child",
    ]);
  });

  it("is taken in for all or for none, and for each once", async () => {
    const before = await world.countOf("file");
    const lost = { akt: world.of("Maja").akt, matter: randomUUID() };
    const refused = await world.take(jonatan, [world.of("Signe"), lost], pdfOf(6));
    expect(refused.status).toBeGreaterThanOrEqual(400);
    const twice = await world.take(jonatan, [world.of("Signe"), world.of("Signe")], pdfOf(6));
    expect(twice.problems).toEqual(["received.child-twice"]);
    const foreign = await world.take(jonatan, [world.of("Signe"), world.of("Nils")], pdfOf(6));
    expect(foreign.problems).toEqual(["access.not-yours"]);
    expect(await world.countOf("file")).toBe(before);
    expect((await world.list(jonatan, world.of("Signe"))).documents).toHaveLength(1);
  });
});
