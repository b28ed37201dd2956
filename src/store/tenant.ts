import type { Brand } from "../kernel/brand.ts";

/** The number of a board in this installation; first in the key of every table. */
export type Tenant = Brand<number, "Tenant">;

const LARGEST = 2 ** 31 - 1;

/** Reads a board number; undefined for anything but a positive 32-bit integer. */
export function parseTenant(value: number): Tenant | undefined {
  return Number.isInteger(value) && value > 0 && value <= LARGEST ? (value as Tenant) : undefined;
}

/** As {@link parseTenant}, for a number that must be one. Throws RangeError. */
export function tenantOf(value: number): Tenant {
  const tenant = parseTenant(value);
  if (tenant === undefined) throw new RangeError("Not a board number");
  return tenant;
}
