/** A package as the lock file has it. */
interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly devOptional?: boolean;
  readonly hasInstallScript?: boolean;
}

/** What is used of a lock file of npm, version 3. */
export interface Lock {
  readonly version: string;
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

/** One component of the bill of materials. */
export interface Component {
  readonly type: "library";
  readonly "bom-ref": string;
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  /** `excluded`: used to develop and test, not installed with the program. */
  readonly scope: "required" | "optional" | "excluded";
  readonly hashes: readonly { readonly alg: string; readonly content: string }[];
  readonly licenses: readonly { readonly expression: string }[];
}

/** A bill of materials as CycloneDX 1.6 has it. */
export interface Bom {
  readonly bomFormat: "CycloneDX";
  readonly specVersion: "1.6";
  readonly version: 1;
  readonly metadata: { readonly component: object };
  readonly components: readonly Component[];
}

/** Reads a lock file. Throws where it is another version. */
export function parseLock(text: string): Lock {
  const lock = JSON.parse(text) as Lock & { lockfileVersion?: number };
  if (lock.lockfileVersion !== 3) throw new Error("The lock file is not of version 3");
  return lock;
}

/** Every package of the lock file with its version, digest and licence; the same bytes for the same lock file. */
export function billOfMaterials(lock: Lock): Bom {
  const components = Object.entries(lock.packages)
    .filter(([path]) => path !== "")
    .map(([path, locked]) => componentOf(path, locked))
    .toSorted((a, b) => (a["bom-ref"] < b["bom-ref"] ? -1 : 1));
  const [first] = components;
  const unique = components.filter(
    (each, at) => each["bom-ref"] !== components[at - 1]?.["bom-ref"],
  );
  if (first === undefined) throw new Error("The lock file names no package");
  return {
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: {
      component: {
        type: "application",
        "bom-ref": "mittpunkt",
        name: "mittpunkt",
        version: lock.version,
        licenses: [{ expression: "EUPL-1.2" }],
      },
    },
    components: unique,
  };
}

function componentOf(path: string, locked: LockedPackage): Component {
  const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
  const { version = "0", license } = locked;
  const purl = `pkg:npm/${name.replace("@", "%40")}@${version}`;
  return {
    type: "library",
    "bom-ref": purl,
    name,
    version,
    purl,
    scope: scopeOf(locked),
    hashes: hashesOf(locked.integrity ?? ""),
    licenses: license === undefined ? [] : [{ expression: license }],
  };
}

function scopeOf({ dev, optional, devOptional }: LockedPackage): Component["scope"] {
  if (dev === true) return "excluded";
  return optional === true || devOptional === true ? "optional" : "required";
}

/** `sha512-…` in base64 becomes SHA-512 in hex. */
function hashesOf(integrity: string): Component["hashes"] {
  return integrity.split(" ").flatMap((each) => {
    const [alg = "", content = ""] = each.split(/-(.*)/u);
    const size = /^sha(\d+)$/u.exec(alg)?.[1];
    if (size === undefined) return [];
    return [{ alg: `SHA-${size}`, content: Buffer.from(content, "base64").toString("hex") }];
  });
}
