// Finds a Chromium for the tests: the one named by CHROMIUM, one installed on the machine, else the one that
// comes with the packages. Tests that need a browser fail with words that say what to install; they never pass over it.
import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

/** What starts the packaged Chromium on a bare Debian or Ubuntu. */
const LIBRARIES = "libnss3 libnspr4 libexpat1";

/**
 * The path of a Chromium that runs. Throws an Error that says what to install when there is none, and when
 * CHROMIUM names something that can't be run.
 */
export async function findBrowser(env: NodeJS.ProcessEnv): Promise<string> {
  const named = env["CHROMIUM"];
  if (named !== undefined && named !== "") {
    if (isExecutable(named)) return named;
    throw new Error(`CHROMIUM is ${named}, which is no program that can be run.`);
  }
  return findInstalled(env["PATH"] ?? "") ?? packagedBrowser();
}

/** The first known browser in the folders of a PATH. */
export function findInstalled(path: string): string | undefined {
  const folders = path.split(delimiter).filter((folder) => folder !== "");
  return folders
    .flatMap((folder) => NAMES.map((name) => join(folder, name)))
    .find((file) => isExecutable(file));
}

async function packagedBrowser(): Promise<string> {
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Error(
      `No browser found. Install Chromium, or set CHROMIUM to one that is installed.`,
    );
  }
  // Loaded only here: it unpacks 60 MB into the folder for temporary files.
  const { default: chromium } = await import("@sparticuz/chromium");
  const file = await chromium.executablePath();
  const answer = spawnSync(file, ["--version"], { encoding: "utf8" });
  if (answer.status === 0) return file;
  throw new Error(explainFailure(answer.error?.message ?? answer.stderr));
}

/** What to do when the packaged Chromium does not start, from what it wrote. */
export function explainFailure(stderr: string): string {
  const library = /error while loading shared libraries: (\S+?):/.exec(stderr)?.[1];
  const lacking =
    library === undefined
      ? `The packaged Chromium does not run: ${stderr.trim()}`
      : `The packaged Chromium lacks ${library}.`;
  return (
    `${lacking} Install a browser (apt-get install chromium) or the libraries ` +
    `(apt-get install ${LIBRARIES}), or set CHROMIUM to a browser that is installed.`
  );
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
