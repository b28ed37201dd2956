import { beforeAll, describe, expect, test } from "vitest";

import { readMe } from "../src/contract/session/read-me.ts";
import {
  assess,
  decideAndClose,
  investigate,
  receive,
  writeAndSign,
  type Cast,
} from "./support/chain.ts";
import { askQuestion, downloadCsv } from "./support/followup-room.ts";
import { makePrint } from "./support/prints.ts";
import { canary } from "./support/story.ts";
import { registerFamily } from "./support/family.ts";
import { packOf } from "./support/form.ts";
import { mouse } from "./support/hand.ts";
import { surfaceFaults } from "./support/surface.ts";
import { worldOfFile } from "./support/world.ts";

const world = worldOfFile({ bothPacks: true });

describe("the whole chain by mouse", () => {
  let cast: Cast;
  const look = async () => undefined;

  beforeAll(async () => {
    const [jonatan, carina] = await Promise.all(
      (["jonatan", "carina"] as const).map((name) => world().pageOf(name, { idParity: 0 })),
    );
    const api = await world().apiOf("jonatan");
    const family = await registerFamily(api, "Provdal", 0);
    const pack = await packOf(api, "current");
    cast = {
      world: world(),
      worker: { hand: mouse(jonatan!.page), page: jonatan!.page, lang: "sv", pack },
      manager: { hand: mouse(carina!.page), page: carina!.page, lang: "sv", pack },
      workerId: (await api.call(readMe)).staff,
      family,
    };
    await cast.manager.page.goto("/");
  });

  test("a report about two children is received", async () => {
    await receive(cast, look);
    expect(1).toBe(1);
  });
  test("assess", async () => {
    await assess(cast, look);
    expect(1).toBe(1);
  });
  test("investigate", async () => {
    await investigate(cast, look);
    expect(1).toBe(1);
  });
  test("write", async () => {
    await writeAndSign(cast, look);
    expect(1).toBe(1);
  });
  test("decide", async () => {
    await decideAndClose(cast, "measure", look);
    expect(1).toBe(1);
  });
  test("print", async () => {
    for (const what of ["basis", "decision"] as const) {
      for (const recipient of ["internal", cast.family.mother.name, cast.family.father.name]) {
        const printed = await makePrint(cast.worker, what, recipient);
        console.log(
          what,
          recipient,
          printed.fileName,
          printed.pages,
          printed.text.includes(canary.name),
          printed.strings.includes("Hemligsson"),
          printed.text.slice(0, 300),
        );
      }
    }
  });
  test("count", async () => {
    console.log(await askQuestion(cast.manager, { rows: "BES-01" }));
    console.log(await downloadCsv(cast.manager));
    console.log(
      await askQuestion(cast.manager, {
        rows: "AKT-03",
        columns: "AKT-16",
        from: "2026-03-01",
        to: "2026-03-31",
      }),
    );
  });
});
