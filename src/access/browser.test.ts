import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { browserOf, browserOfKey } from "./browser.ts";
import { countedAddress, shortAddress } from "./short-address.ts";

const WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64)";
const CHROME = `${WINDOWS} AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36`;

describe("what a browser says it is", () => {
  it.each([
    [CHROME, "Chrome/Windows/141"],
    [`${CHROME} Edg/141.0.0.0`, "Edge/Windows/141"],
    ["Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0", "Firefox/Linux/143"],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
      "Safari/iPhone/18",
    ],
  ])("%s", (said, key) => {
    expect(browserOf(said).key).toBe(key);
  });

  it("another version or system is another browser, a smaller update is not", () => {
    const key = browserOf(CHROME).key;
    expect(browserOf(CHROME.replace("141.0", "142.0")).key).not.toBe(key);
    expect(
      browserOf(CHROME.replace("Windows NT 10.0; Win64; x64", "X11; Linux x86_64")).key,
    ).not.toBe(key);
    expect(browserOf(CHROME.replace("141.0.0.0", "141.0.7390.54")).key).toBe(key);
  });

  it("anything else is told apart by a hash, and never repeated", () => {
    expect(browserOf("curl/8.1").key).not.toBe(browserOf(undefined).key);
    fc.assert(
      fc.property(fc.string(), (said) => {
        const { key, family, platform } = browserOf(said);
        expect(browserOfKey(key)).toEqual({ family, platform });
        expect(key.length).toBeLessThan(60);
      }),
    );
  });
});

describe("a shortened address", () => {
  it.each([
    ["192.0.2.77", "192.0.2.*"],
    ["::ffff:192.0.2.77", "192.0.2.*"],
    ["2001:db8:42:7::1", "2001:db8:42:*"],
    ["::1", "0:0:0:*"],
    ["fe80::1%eth0", "fe80:0:0:*"],
    ["somebody", ""],
  ])("%s", (address, short) => {
    expect(shortAddress(address)).toBe(short);
  });
});

describe("an address that tries are counted by", () => {
  it.each([
    ["192.0.2.77", "192.0.2.77"],
    ["::ffff:192.0.2.77", "192.0.2.77"],
    ["2001:db8:42:7::1", "2001:db8:42:7::"],
    ["2001:0DB8:42:7:a:b:c:d", "2001:db8:42:7::"],
    ["2001:db8:42:8::1", "2001:db8:42:8::"],
    ["somebody", "somebody"],
  ])("%s", (address, counted) => {
    expect(countedAddress(address)).toBe(counted);
  });
});
