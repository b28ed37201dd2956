import { isIPv4, isIPv6 } from "node:net";

const GROUPS = 8;
const KEPT_GROUPS = 3;
const KEPT_PARTS = 3;
/** What a home or an office is given of IPv6: every address behind it is its own to choose. */
const GIVEN_GROUPS = 4;

/**
 * The network of an address and not the machine in it: the first three numbers of IPv4, the first three groups of
 * IPv6. Enough to recognise the office or the own home; empty for anything that is no address.
 */
export function shortAddress(address: string): string {
  const mapped = unmapped(address);
  if (isIPv4(mapped)) return `${mapped.split(".").slice(0, KEPT_PARTS).join(".")}.*`;
  const [plain = ""] = mapped.split("%");
  return isIPv6(plain) ? `${groupsOf(plain).slice(0, KEPT_GROUPS).join(":")}:*` : "";
}

/**
 * What tries and requests are counted by: an address of IPv4, the first four groups of IPv6, since whoever has one of
 * those has them all.
 */
export function countedAddress(address: string): string {
  const mapped = unmapped(address);
  const [plain = ""] = mapped.split("%");
  return isIPv6(plain) ? `${groupsOf(plain).slice(0, GIVEN_GROUPS).join(":")}::` : mapped;
}

/** An address of IPv4 as such, also where it is written as one of IPv6. */
function unmapped(address: string): string {
  return /^::ffff:(\d+\.\d+\.\d+\.\d+)$/iu.exec(address)?.[1] ?? address;
}

function groupsOf(address: string): readonly string[] {
  const [head = "", tail] = address.toLowerCase().split("::");
  const before = head === "" ? [] : head.split(":");
  if (tail === undefined) return before.map(plainGroup);
  const after = tail === "" ? [] : tail.split(":");
  const zeros = Array.from(
    { length: Math.max(0, GROUPS - before.length - after.length) },
    () => "0",
  );
  return [...before, ...zeros, ...after].map(plainGroup);
}

function plainGroup(group: string): string {
  return group.replace(/^0+(?=.)/u, "");
}
