import { describe, expect, test } from "vitest";
import { castOf, plots } from "./cast.ts";
import { Secrets } from "./secrets.ts";

const [cast] = castOf("of this test", 1);
const secrets = new Secrets(cast?.secrets ?? []);
const { child } = cast ?? { child: undefined };

describe("what is planted", () => {
  test("is found however it is written", () => {
    const { phone = "", number = "", street = "" } = child ?? {};
    const bare = phone.replaceAll(/\D/gu, "");
    const written = [
      `bor på ${street} 7`,
      street.toUpperCase(),
      `${street.slice(0, 4)}\u00AD\n${street.slice(4)}`,
      phone,
      bare,
      `+46${bare.slice(1)}`,
      `ring ${phone}, kväll`,
      number,
      `${number.slice(0, 8)}-${number.slice(8)}`,
      `${number.slice(2, 8)}-${number.slice(8)}`,
    ];
    for (const text of written) expect(secrets.foundOnPaper(text), text).toHaveLength(1);
    expect(secrets.foundOnPaper(`Barnet bor hemma, 070-174 06 05, ${phone.slice(0, 6)}`)).toEqual(
      [],
    );
  });

  test("is the same for a seed, and nobody has a word or number of another", () => {
    const all = castOf("x", 100);
    expect(castOf("x", 100)).toEqual(all);
    const tokens = all.flatMap((each) => each.secrets.map(({ token }) => token));
    expect(new Set(tokens).size).toBe(tokens.length);
    expect(new Set(all.map(({ plot }) => plot)).size).toBe(plots.length);
  });
});
