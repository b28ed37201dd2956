import { describe, expect, test } from "vitest";

import { readSpecForTests } from "../../domain/testing/read-spec.ts";
import { columnsOf } from "../columns.ts";
import { elmer, elmersAkt, elmersGuardians } from "../testing/case-elmer.ts";
import { labelled } from "../testing/labelled.ts";
import { shippedSettings } from "../testing/read-settings.ts";
import { id } from "../testing/states.ts";
import { deriveEnvOf } from "./env.ts";
import { followupRows, type RowKind } from "./rows.ts";

const { pack } = readSpecForTests();
const env = deriveEnvOf(pack, shippedSettings());
const persons = { child: elmer, guardians: elmersGuardians };

/** The values of one row of a matter in the words of the pack, by variable. */
function valuesOf(matter: string, kind: RowKind) {
  const rows = followupRows(elmersAkt, id(matter), persons, env);
  const row = rows.find((each) => each.kind === kind);
  if (row === undefined) throw new Error(`no ${kind} row in ${matter}`);
  const columns = columnsOf(pack);
  const guardians = elmersGuardians.map((guardian) => guardian.person).toSorted();
  const namesOf = guardians.map((person) => (person === id("petra") ? "petra" : "jonas"));
  return {
    own: labelled(row.values, columns, pack),
    byGuardian: Object.fromEntries(
      row.guardians.map((values, at) => [namesOf[at], labelled(values, columns, pack)]),
    ),
  };
}

describe("the report that was not opened", () => {
  const { own, byGuardian } = valuesOf("elmer-1", "akt");

  test("has the expected values of the case", () => {
    expect(own).toMatchObject({
      "BAK-01": "man",
      "BAK-02": 11,
      "BAK-07": "gemensam",
      "BAK-10": ["kvinna", "man"],
      "AKT-01": "anmälan",
      "AKT-02": "2025-06-17T10:20",
      "AKT-03": "granne/privatperson",
      "AKT-04": "19:4",
      "AKT-05": "telefon",
      "AKT-07": "förälder/vårdnadshavare",
      "AKT-08": ["ingen"],
      "AKT-09": "nej",
      "AKT-10": 0,
      "AKT-11": "samma dag",
      "AKT-12": "inget omedelbart skyddsbehov",
      "AKT-13": "vårdnadshavaren medgav inte samtal (förhandsbedömning)",
      "AKT-14": "vårdnadshavaren medgav inte samtal (förhandsbedömning)",
      "AKT-16": "inte inleda",
      "AKT-17": 14,
      "AKT-18": false,
      "AKT-19": "uppgifterna föranleder inte åtgärd",
      "AKT-20": "inte erbjudet",
      "AKT-22": "inte aktuell",
    });
  });

  test("has each guardian's values", () => {
    expect(byGuardian).toMatchObject({
      petra: { "AKT-15": "ja", "BAK-04": "Sverige" },
      jonas: { "AKT-15": "ja", "BAK-04": "Sverige" },
    });
  });

  test("ends the day it was decided, and has no other rows", () => {
    const rows = followupRows(elmersAkt, id("elmer-1"), persons, env);
    expect(rows.map((row) => [row.kind, row.circumstancesEndedOn])).toEqual([
      ["akt", "2025-07-01"],
    ]);
  });
});

describe("the matter that ended without consent", () => {
  test("has the expected values of the report", () => {
    expect(valuesOf("elmer-2", "akt").own).toMatchObject({
      "BAK-02": 11,
      "BAK-02.band": "6-12",
      "BAK-03": "Sverige",
      "BAK-03.group": "Sverige",
      "BAK-05": false,
      "BAK-06": "båda vårdnadshavare",
      "BAK-08": "utreds",
      "BAK-09": false,
      "BAK-09.language": "missing: not_relevant",
      "BAK-11": "ingen",
      "BAK-12": 1,
      "AKT-02": "2025-08-27T13:10",
      "AKT-03": "skola",
      "AKT-04": "19:1",
      "AKT-05": "e-tjänst",
      "AKT-06": ["skolfrånvaro/skolproblem", "psykisk ohälsa", "konflikt/vårdnadstvist"],
      "AKT-06.main": "skolfrånvaro/skolproblem",
      "AKT-07": "barnet självt",
      "AKT-09": "ja, avslutat inom 12 mån",
      "AKT-10": 1,
      "AKT-11": "samma dag",
      "AKT-13": "samtal med vårdnadshavare närvarande",
      "AKT-14": "missing: not_relevant",
      "AKT-16": "inleda",
      "AKT-17": 8,
      "AKT-18": false,
      "AKT-19": "missing: not_relevant",
      "AKT-20": "erbjudet och hållet",
      "AKT-21": "lämnad",
      "AKT-21.on": "2025-09-10",
      "AKT-22": "inte aktuell",
    });
  });

  test("has the expected values of the investigation", () => {
    const { own, byGuardian } = valuesOf("elmer-2", "utr");
    expect(own).toMatchObject({
      "UTR-01": ["skolfrånvaro/skolproblem", "psykisk ohälsa", "konflikt/vårdnadstvist"],
      "UTR-01.main": "skolfrånvaro/skolproblem",
      "UTR-02": 106,
      "UTR-02.opened": "2025-09-04",
      "UTR-02.closed": "2025-12-19",
      "UTR-03": 0,
      "UTR-06": 3,
      "UTR-07": 3,
      "UTR-08": "samtal enskilt",
      "UTR-09": true,
      "UTR-10": true,
      "UTR-10.ways": ["skriftligt"],
      "UTR-10.understood": "kan inte bedömas",
      "UTR-12": ["skola", "elevhälsa"],
      "UTR-13": "begärd och besvarad",
      "UTR-14": "begärd och besvarad",
      "UTR-15": "begärd, ej besvarad",
      "UTR-18": "inte aktuell",
      "UTR-19": true,
      "UTR-33": [
        "vuxen i skolan som bryr sig",
        "god syskonrelation",
        "vänner",
        "mat, kläder, hygien, sömn tillgodoses",
        "stabilt boende",
      ],
      "UTR-34": ["psykosomatiska besvär", "skolfrånvaro", "oförutsägbarhet"],
      "UTR-35": "ja",
      "UTR-37": "ja, men samtycke saknas",
      "UTR-38": "nej",
      "UTR-41": true,
    });
    expect(byGuardian).toMatchObject({
      petra: { "UTR-11": "ja", "UTR-40": "2025-11-25" },
      jonas: { "UTR-11": "delvis", "UTR-40": "2025-11-25" },
    });
  });

  test("keeps the central needs in their order", () => {
    const row = followupRows(elmersAkt, id("elmer-2"), persons, env).find(
      (each) => each.kind === "utr",
    );
    expect(row?.values["UTR-36"]).toEqual(["FF3", "BU3", "BU2"]);
  });

  test("has the expected values of the decision", () => {
    const { own, byGuardian } = valuesOf("elmer-2", "bes");
    expect(own).toMatchObject({
      "BES-01": "ingen insats, samtycke saknas",
      "BES-02": "missing: not_relevant",
      "BES-04": "2025-12-19",
      "BES-05": "delegat",
      "BES-06": "samtycker",
      "BES-08": ["elevhälsa", "primärvård/första linjen"],
      "BES-09": "med samtycke",
      "BES-10": "nej",
    });
    expect(byGuardian).toMatchObject({
      petra: { "BES-07": "motsätter sig" },
      jonas: { "BES-07": "motsätter sig" },
    });
  });
});

describe("the report a year later", () => {
  test("has the expected values of the case", () => {
    expect(valuesOf("elmer-3", "akt").own).toMatchObject({
      "BAK-02": 12,
      "AKT-08": ["psykiskt"],
      "AKT-09": "ja, avslutat inom 12 mån",
      "AKT-10": 0,
      "AKT-12": "skyddsbehov tillgodosett på annat sätt",
      "AKT-17": 3,
      "AKT-21": "lämnad",
      "AKT-22": "övervägd, inte gjord",
    });
  });

  test("has an investigation that is not closed: what is not known yet is missing", () => {
    expect(valuesOf("elmer-3", "utr").own).toMatchObject({
      "UTR-02": "missing: not_asked",
      "UTR-02.closed": "missing: not_asked",
      "UTR-08": "missing: not_asked",
      "UTR-18": "missing: not_asked",
      "UTR-35": "missing: not_asked",
    });
  });
});
