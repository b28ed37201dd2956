import type { Answers } from "../../../domain/event.ts";
import { reportData } from "../../../domain/testing/chain.ts";
import type { Uuid } from "../../../kernel/ids.ts";
import { executeIntake } from "../../commands/execute-intake.ts";
import { valueOf } from "../../testing/cluster.ts";
import {
  entry,
  giveAkt,
  receiveReport,
  registerPerson,
  testNumber,
  type TestStore,
} from "../../testing/test-store.ts";

/** A child with an akt and one matter. */
export interface Reported {
  readonly child: Uuid;
  readonly akt: Uuid;
  readonly matter: Uuid;
  readonly report: Uuid;
}

/** Registers a child with a number, and a guardian of its own. */
export async function registerFamily(
  test: TestStore,
  name: string,
  born: string,
  individual: number,
): Promise<{ readonly child: Uuid; readonly guardian: Uuid }> {
  const identityNumber = testNumber(born.replaceAll("-", ""), individual);
  const child = await registerPerson(test, {
    givenName: name,
    familyName: `${name}sson`,
    identityNumber,
  });
  const guardian = await registerPerson(
    test,
    { givenName: `Vuxen${name}`, familyName: `${name}sson` },
    [{ relation: test.id(), kind: "guardian", to: child }],
  );
  return { child, guardian };
}

/** A report of concern about a child that came in and was not opened; `words` stand in its text. */
export async function reportNotOpened(
  test: TestStore,
  child: Uuid,
  words = "Skolan berättar om hög frånvaro.",
): Promise<Reported> {
  const parts = [{ id: test.id(), audience: "common", text: words }];
  const received = await receiveReport(test, child, { ...reportData, parts });
  await notOpen(test, received);
  return { child, ...received };
}

/** A report about several children at once, each in its own akt; none is decided yet. */
export async function reportTogether(
  test: TestStore,
  children: readonly Uuid[],
  words: string,
): Promise<readonly Reported[]> {
  const asked = children.map((person) => ({ person, report: test.id(), matter: test.id() }));
  const answer = valueOf(
    await executeIntake(test.store, {
      tenant: test.tenant,
      actor: test.worker,
      commandId: test.id(),
      access: entry(test.worker),
      data: { ...reportData, parts: [{ id: test.id(), audience: "common", text: words }] },
      children: asked,
      reasons: {},
    }),
  );
  return answer.children.flatMap(({ akt, matter }, at) => {
    const one = asked[at];
    return one === undefined ? [] : [{ child: one.person, akt, matter, report: one.report }];
  });
}

/** Assesses a report and decides not to open. */
export async function notOpen(
  test: TestStore,
  { akt, matter, report }: Omit<Reported, "child">,
): Promise<void> {
  const give = async (type: string, data: Answers) => {
    const request = { akt, matter, type, ids: { report }, data, actor: test.manager };
    valueOf(
      await giveAkt(test, {
        ...request,
        reasons: {
          "A-03": "Upptäcktes senare.",
          "A-04": "Upptäcktes senare.",
          "A-07": "Prövat mot tidigare samtal.",
          "A-10": "Prövat.",
        },
      }),
    );
  };
  const now = `${test.today()}T10:20`;
  await give("protection.assess", {
    assessedAt: now,
    outcome: "no-immediate-need",
    reasons: "Barnet är tryggt hemma.",
  });
  await give("investigation.not-open", {
    outcome: "not-open",
    decidedAt: now,
    notOpenReason: "no-measure",
    reason: "Skolan har en plan.",
    risk: "Låg.",
  });
}
