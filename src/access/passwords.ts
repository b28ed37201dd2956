import { hash, verify } from "@node-rs/argon2";

/** Argon2id with 19 MiB and two passes (OWASP's first recommendation); about 15 ms on a small server. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** A hash of no password at all: an unknown user name costs as long as a wrong password. */
const NOBODYS_HASH =
  "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/** Letters and digits that are not mistaken for each other when read aloud or from paper. */
const ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";
const GROUPS = 4;
const GROUP_LENGTH = 4;

/** The hash of a password, with its own salt and the cost in its text. */
export async function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), COST);
}

/** True when the password is the one behind the hash. Without a hash: false, after the same time. */
export async function verifyPassword(
  passwordHash: string | undefined,
  password: string,
): Promise<boolean> {
  const matches = await verify(passwordHash ?? NOBODYS_HASH, password.normalize("NFKC"));
  return matches && passwordHash !== undefined;
}

/** A password or code to be read from a screen: 16 characters in groups of four, 79 bits. */
export function readableSecret(random: (length: number) => Uint8Array): string {
  const groups = Array.from({ length: GROUPS }, () =>
    Array.from({ length: GROUP_LENGTH }, () => letter(random)).join(""),
  );
  return groups.join("-");
}

/** Bytes that would favour the first letters are drawn again. */
function letter(random: (length: number) => Uint8Array): string {
  const fair = 256 - (256 % ALPHABET.length);
  for (;;) {
    const byte = random(1)[0] ?? fair;
    if (byte < fair) return ALPHABET.charAt(byte % ALPHABET.length);
  }
}
