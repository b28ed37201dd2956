import { problem } from "../../kernel/problem.ts";
import type { Problem } from "../../kernel/problem.ts";

/**
 * Why no database could be had. Each refusal has a stable id and says in both languages what to do;
 * they are for the person who starts the program, before anything of the specification is loaded.
 */
function refusal(id: string, sv: string, en: string, params: Problem["params"] = {}): Problem {
  return problem(id, { status: 503, params, text: { sv, en } });
}

/** No PostgreSQL comes with the packages for this system. */
export function noEmbeddedPostgres(platform: string): Problem {
  return refusal(
    "postgres-not-shipped",
    `Det finns ingen medföljande PostgreSQL för ${platform}. Installera PostgreSQL 15 eller senare och sätt DATABASE_URL.`,
    `No PostgreSQL is shipped for ${platform}. Install PostgreSQL 15 or later and set DATABASE_URL.`,
    { platform },
  );
}

/** The data folder was made by another major version; its files can't be opened by this one. */
export function otherMajorVersion(dataDir: string, found: string, wanted: string): Problem {
  return refusal(
    "data-folder-other-version",
    `Mappen ${dataDir} är skapad av PostgreSQL ${found}, men programmet har version ${wanted}. Inget har ändrats. ` +
      `Flytta innehållet med den tidigare versionen av programmet, eller peka DATABASE_URL på en server som läser det.`,
    `The folder ${dataDir} was made by PostgreSQL ${found}, but the program has version ${wanted}. Nothing was changed. ` +
      `Move the content with the earlier version of the program, or point DATABASE_URL to a server that reads it.`,
    { dataDir, found, wanted },
  );
}

/** The folder holds something, and it is not a database. */
export function notADataFolder(dataDir: string): Problem {
  return refusal(
    "data-folder-foreign",
    `Mappen ${dataDir} innehåller filer men ingen databas. Inget har ändrats. Välj en tom mapp.`,
    `The folder ${dataDir} holds files but no database. Nothing was changed. Choose an empty folder.`,
    { dataDir },
  );
}

/** The user may not write there, or the data belongs to somebody else. */
export function noWritePermission(dataDir: string, reason: string): Problem {
  return refusal(
    "data-folder-not-writable",
    `Databasen kan inte skriva i ${dataDir} (${reason}). Kör som den användare som äger mappen, eller välj en annan mapp.`,
    `The database can't write in ${dataDir} (${reason}). Run as the user who owns the folder, or choose another folder.`,
    { dataDir, reason },
  );
}

/** Root without user namespaces, and the ordinary user that PostgreSQL would run as can't get in. */
export function noUnprivilegedUser(dataDir: string, user: string): Problem {
  return refusal(
    "postgres-needs-ordinary-user",
    `PostgreSQL körs aldrig som root. Systemet tillåter inte user namespaces, och användaren ${user} når inte ${dataDir}. ` +
      `Starta Mittpunkt som vanlig användare, lägg data i en mapp som ${user} når, eller sätt DATABASE_URL.`,
    `PostgreSQL never runs as root. The system allows no user namespaces, and the user ${user} can't reach ${dataDir}. ` +
      `Start Mittpunkt as an ordinary user, keep the data in a folder that ${user} can reach, or set DATABASE_URL.`,
    { dataDir, user },
  );
}

/** A program of PostgreSQL ended with an error; `detail` is the end of what it wrote. */
export function postgresFailed(step: string, detail: string): Problem {
  return refusal(
    "postgres-failed",
    `PostgreSQL kunde inte starta (${step}): ${detail}`,
    `PostgreSQL could not start (${step}): ${detail}`,
    { step, detail },
  );
}

/** The server lives but does not answer in the time allowed. */
export function postgresNotReady(dataDir: string, seconds: number): Problem {
  return refusal(
    "postgres-not-ready",
    `PostgreSQL i ${dataDir} svarade inte inom ${seconds} sekunder.`,
    `PostgreSQL in ${dataDir} did not answer within ${seconds} seconds.`,
    { dataDir, seconds },
  );
}

/** DATABASE_URL can't be read. Its text is never repeated: it may hold a password. */
export function badDatabaseUrl(variable: string): Problem {
  return refusal(
    "database-url-malformed",
    `${variable} är inte en adress av formen postgresql://användare@värd:port/databas.`,
    `${variable} is not an address of the form postgresql://user@host:port/database.`,
    { variable },
  );
}

/** A setting whose content should stand in a file, which can't be read, is empty or comes beside the setting itself. */
export function badSecretFile(name: string, file: string): Problem {
  return refusal(
    "setting-unusable",
    `${name} kan inte läsas ur ${file}. Ange antingen ${name} eller ${name}_FILE, med en fil som går att läsa och inte är tom.`,
    `${name} can't be read from ${file}. Set either ${name} or ${name}_FILE, to a file that can be read and is not empty.`,
    { name, file },
  );
}

/** The server named by DATABASE_URL can't be reached or refuses. */
export function databaseUnreachable(detail: string): Problem {
  return refusal(
    "database-unreachable",
    `Databasen i DATABASE_URL kan inte nås: ${detail}`,
    `The database in DATABASE_URL can't be reached: ${detail}`,
    { detail },
  );
}

/** The server named by DATABASE_URL lacks something the program relies on. */
export function databaseUnsuitable(sv: string, en: string): Problem {
  return refusal("database-unsuitable", sv, en);
}
