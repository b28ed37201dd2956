import { describe, expect, test } from "vitest";
import { joinLines } from "./join-lines.ts";

describe("lines of a page", () => {
  test("are one paragraph again, with divided words whole and paragraphs apart", () => {
    const page = [
      "Elmer har varit frånvarande från skolan sedan början av ok-",
      "tober. Mentorn har ringt hem flera gånger och fått svaret att",
      "han är sjuk. Skolans barn- och elevhälsa har träffat honom barn-",
      "och föräldravis två gånger.",
      "",
      "Han säger själv att han har ont i magen när han vaknar, men",
      "att det går över på lunchen.",
    ].join("\n");
    expect(joinLines(page)).toBe(
      "Elmer har varit frånvarande från skolan sedan början av oktober. Mentorn har ringt hem flera gånger " +
        "och fått svaret att han är sjuk. Skolans barn- och elevhälsa har träffat honom barn- och föräldravis " +
        "två gånger.\n\nHan säger själv att han har ont i magen när han vaknar, men att det går över på lunchen.",
    );
  });

  test("stay where the writer ended them: lists, tables, addresses, single long lines", () => {
    for (const text of [
      "Kvar att göra före mötet på torsdag med skolan och hemmet:\n- ringa mentorn om frånvaron och om hur dagarna ser ut\n- boka tid hos skolsköterskan och fråga om magen igen\n- skriva till mamma",
      "Socialkontoret\nStorgatan 1\n981 00 Lindvik",
      "Måndag  9.00  mamma följer till skolan och stannar en stund\nTisdag  9.30  pappa följer till skolan och går direkt hem\nOnsdag  8.00  går själv tillsammans med en kamrat på gården",
      "En rad som är lång nog för att ha brutits av en sida, men som står ensam\nKort rad",
      "",
    ])
      expect(joinLines(text)).toBe(text);
  });

  test("lose no letter but the hyphens of divided words", () => {
    const page = "Vi talade om hur det är hemma och om vad hon själv vill att vi ska göra\n".repeat(
      5,
    );
    expect(joinLines(page).replaceAll(/\s/gu, "")).toBe(page.replaceAll(/\s/gu, ""));
  });
});
