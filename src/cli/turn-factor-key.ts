import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { BOX_KEY_BYTES, makeSecretBox } from "../access/secret-box.ts";
import { resealProvider } from "../access/provider/provider-rows.ts";
import { resealTotp } from "../access/totp-rows.ts";
import { inTenant } from "../store/in-tenant.ts";
import { EXIT, type RunCommand } from "./command.ts";
import { factorKeyFile, readFactorKeys, writeFactorKeys } from "./factor-key.ts";
import { withBoards } from "./with-boards.ts";
import { told } from "./with-program.ts";

/**
 * Replaces the key that one-time codes and the identity provider's secret are sealed with, while the program is
 * stopped: the new key is put before the old one in the file, every secret is sealed anew, and the old one is taken
 * away. Stopped in between, it goes on where it was when it is run again. Differs when a secret opens with neither: its
 * owner sets up the second factor anew.
 */
export const turnFactorKey: RunCommand = async (_args, output) => {
  // A key that is made now has sealed nothing: it would be that of another place than the program's.
  const file = factorKeyFile(process.env);
  if (!existsSync(file)) {
    output.err(
      `There is no key to turn at ${file}: MITTPUNKT_FACTOR_KEY must be as the program has it.`,
    );
    return EXIT.unusable;
  }
  const read = readFactorKeys(process.env);
  if (!read.ok) return told(read.problems, output);
  const [first, former] = read.value;
  const keys =
    former === undefined ? [randomBytes(BOX_KEY_BYTES), ...read.value] : read.value.slice(0, 2);
  const begun = former === undefined ? writeFactorKeys(process.env, keys) : undefined;
  if (begun?.ok === false) return told(begun.problems, output);
  if (begun === undefined) output.err("A turn that was stopped is gone on with.");
  const box = makeSecretBox(keys, randomBytes);
  const ended = await withBoards(output, async ({ board: { tenant, name }, store }) => {
    const turned = await inTenant(store.pools.app, tenant, async (tx) => {
      return { ...(await resealTotp(tx, box)), provider: await resealProvider(tx, box) };
    });
    const { sealed, lost, provider } = turned;
    output.out(`${tenant} ${name}: ${sealed} sealed anew, ${lost} that no key opens`);
    if (lost > 0)
      output.err(
        "They were sealed with another key: is MITTPUNKT_FACTOR_KEY as the program has it?",
      );
    if (!provider) output.err(`${tenant} ${name}: no key opens the identity provider's secret`);
    return lost === 0 && provider;
  });
  if (ended === EXIT.unusable) return ended;
  const [now = first] = keys;
  const kept = now === undefined ? undefined : writeFactorKeys(process.env, [now]);
  if (kept?.ok === false) return told(kept.problems, output);
  output.out("The key is turned. Keep a copy of the new file with the identity of the backups.");
  return ended;
};
