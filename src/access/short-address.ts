import { isIPv4, isIPv6 } from "node:net";

const GROUPS = 8;
const KEPT_GROUPS = 3;
const KEPT_PARTS = 3;

/**
 * The network of an address and not the machine in it: the first three numbers of IPv4, the first three groups of
 * IPv6. Enough to recognise the office or the own home; empty for anything that is no address.
 */
export function shortAddress(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/iu.exec(address)?.[1] ?? address;
  if (isIPv4(mapped)) return `${mapped.split(".").slice(0, KEPT_PARTS).join(".")}.*`;
  const [plain = ""] = mapped.split("%");
  return isIPv6(plain) ? `${groupsOf(plain).slice(0, KEPT_GROUPS).join(":")}:*` : "";
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
