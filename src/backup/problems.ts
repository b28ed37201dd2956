import { problem, type Problem } from "../kernel/problem.ts";

/**
 * Why a backup can't be made, read or taken in. They are for who runs the program at a terminal, where no
 * specification need be loaded, so each carries its words.
 */
function refusal(id: string, sv: string, en: string, params: Problem["params"] = {}): Problem {
  return problem(id, { status: 503, params, text: { sv, en } });
}

export const backupProblem = {
  noRecipient: () =>
    refusal(
      "backup.no-recipient",
      "Ange minst en mottagare: --recipient age1… Skapa en med backup --new-identity FIL.",
      "Give at least one recipient: --recipient age1… Make one with backup --new-identity FILE.",
    ),
  badRecipient: (recipient: string) =>
    refusal(
      "backup.bad-recipient",
      `${recipient} är ingen mottagare (age1…).`,
      `${recipient} is no recipient (age1…).`,
      { recipient },
    ),
  badIdentity: (file: string) =>
    refusal(
      "backup.bad-identity",
      `${file} innehåller ingen nyckel (AGE-SECRET-KEY-1…).`,
      `${file} holds no identity (AGE-SECRET-KEY-1…).`,
      { file },
    ),
  file: (file: string, code: string) =>
    refusal(
      "backup.file",
      `Filen ${file} kan inte användas (${code}).`,
      `The file ${file} can't be used (${code}).`,
      { file, code },
    ),
  noBoard: (board: number) =>
    refusal("backup.no-board", `Nämnd ${board} finns inte.`, `There is no board ${board}.`, {
      board,
    }),
  foreign: () =>
    refusal(
      "backup.foreign",
      "Filen är ingen säkerhetskopia från Mittpunkt.",
      "The file is no backup of Mittpunkt.",
    ),
  wrongIdentity: () =>
    refusal(
      "backup.wrong-identity",
      "Ingen av nycklarna öppnar filen: den är krypterad till andra mottagare.",
      "No identity opens the file: it is encrypted to other recipients.",
    ),
  broken: (place: string, byte: number) =>
    refusal(
      "backup.broken",
      `Säkerhetskopian är trasig eller avbruten vid ${place} (omkring byte ${byte}). Inget har lästs in.`,
      `The backup is broken or cut off at ${place} (about byte ${byte}). Nothing was taken in.`,
      { place, byte },
    ),
  digest: (place: string) =>
    refusal(
      "backup.digest",
      `Innehållet i ${place} stämmer inte med kopians förteckning. Inget har lästs in.`,
      `The content of ${place} is not what the manifest of the backup says. Nothing was taken in.`,
      { place },
    ),
  otherSchema: (name: string) =>
    refusal(
      "backup.other-schema",
      `Kopian är gjord med en annan version av databasen (${name}). Återställ med det program som gjorde den, och uppgradera sedan.`,
      `The backup was made with another version of the database (${name}). Restore it with the program that made it, then upgrade.`,
      { name },
    ),
  otherKind: (kind: string) =>
    kind === "board"
      ? refusal(
          "backup.other-kind",
          "Filen är en ensam nämnd: läs in den med import-board.",
          "The file is a single board: take it in with import-board.",
        )
      : refusal(
          "backup.other-kind",
          "Filen är en hel installation: läs in den med restore.",
          "The file is a whole installation: take it in with restore.",
        ),
  notEmpty: () =>
    refusal(
      "backup.not-empty",
      "Installationen är inte tom: en säkerhetskopia läses bara in där det inte finns någon nämnd. Inget har ändrats.",
      "The installation is not empty: a backup is only taken in where there is no board. Nothing was changed.",
    ),
  inUse: () =>
    refusal(
      "backup.in-use",
      "Databasen används. Stoppa programmet och försök igen. Inget har ändrats.",
      "The database is in use. Stop the program and try again. Nothing was changed.",
    ),
  refusedRows: (place: string, code: string) =>
    refusal(
      "backup.refused-rows",
      `Databasen tar inte emot raderna i ${place} (${code}). Inget har lästs in.`,
      `The database does not take the rows of ${place} (${code}). Nothing was taken in.`,
      { place, code },
    ),
  chain: (board: number, place: string) =>
    refusal(
      "backup.chain",
      `Kedjan eller sigillen i nämnd ${board} håller inte (${place}). Inget har lästs in.`,
      `The chain or the seals of board ${board} do not hold (${place}). Nothing was taken in.`,
      { board, place },
    ),
};

/** A refusal on its way out of a stream; it is a value again for whoever called. */
export class BackupRefused extends Error {
  readonly problem: Problem;

  constructor(found: Problem) {
    super(found.text?.en ?? found.id);
    this.problem = found;
  }
}
