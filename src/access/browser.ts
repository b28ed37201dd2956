import { hash } from "node:crypto";

/** What a browser says it is, as far as its owner would recognise it. */
export interface Browser {
  /** The same for every request of the browser until it is updated. */
  readonly key: string;
  /** Such as `Firefox`; empty for anything we have no name for. */
  readonly family: string;
  /** Such as `Windows`; empty where it does not say. */
  readonly platform: string;
}

/** The first that fits counts: Edge says that it is Chrome too, and Chrome that it is Safari. */
const FAMILIES: readonly (readonly [string, RegExp])[] = [
  ["Edge", /\bEdg(?:e|A|iOS)?\/(\d+)/u],
  ["Opera", /\bOPR\/(\d+)/u],
  ["Firefox", /\b(?:Firefox|FxiOS)\/(\d+)/u],
  ["Chrome", /\b(?:HeadlessChrome|Chrome|CriOS)\/(\d+)/u],
  ["Safari", /\bVersion\/(\d+)[^)]* Safari\//u],
];
const PLATFORMS: readonly (readonly [string, RegExp])[] = [
  ["Android", /\bAndroid\b/u],
  ["iPhone", /\biPhone\b/u],
  ["iPad", /\biPad\b/u],
  ["Windows", /\bWindows\b/u],
  ["macOS", /\bMac OS X\b/u],
  ["ChromeOS", /\bCrOS\b/u],
  ["Linux", /\bLinux\b/u],
];
const LONGEST = 400;

/**
 * Reads the header `user-agent`. The key holds family, system and main version, which a browser keeps for as long as
 * it runs; of one without a known name, a hash of what it says. It tells nothing about the person.
 */
export function browserOf(userAgent: string | undefined): Browser {
  const said = (userAgent ?? "").slice(0, LONGEST);
  const platform = PLATFORMS.find(([, shape]) => shape.test(said))?.[0] ?? "";
  for (const [family, shape] of FAMILIES) {
    const version = shape.exec(said)?.[1];
    if (version !== undefined)
      return { key: [family, platform, version].join("/"), family, platform };
  }
  return { key: `/${platform}/${hash("sha256", said, "hex").slice(0, 16)}`, family: "", platform };
}

/** Family and system of a key, for the list of one's sign-ins. */
export function browserOfKey(key: string): Omit<Browser, "key"> {
  const [family = "", platform = ""] = key.split("/");
  return { family, platform };
}
