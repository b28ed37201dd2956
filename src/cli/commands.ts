import type { CliCommand } from "./command.ts";

/** Every command of the program. */
export const commands: readonly CliCommand[] = [
  {
    words: ["spec", "check"],
    usage: "spec check",
    what: "checks the specification packs, the law and the texts of spec/",
    load: async () => (await import("./spec-check.ts")).specCheck,
  },
  {
    words: ["spec", "export"],
    usage: "spec export FILE.xlsx [--pack ID/VERSION] [--json]",
    what: "writes a specification pack as a workbook to read and correct",
    load: async () => (await import("./spec-export.ts")).specExport,
  },
  {
    words: ["spec", "import"],
    usage: "spec import FILE.xlsx [--into FOLDER] [--json]",
    what: "checks such a workbook, and makes it the files of a pack in a new folder",
    load: async () => (await import("./spec-import.ts")).specImport,
  },
  {
    words: ["law", "check"],
    usage: "law check FILE... [--json] [--strict]",
    what: "compares worked examples of deadlines with the law as data",
    load: async () => (await import("./run-law-check.ts")).runLawCheck,
  },
  {
    words: ["replay"],
    usage: "replay FILE... [--json] [--strict]",
    what: "plays cases as real commands in a database of their own and compares",
    load: async () => (await import("./run-replay.ts")).runReplay,
  },
  {
    words: ["verify"],
    usage: "verify [--anchors FOLDER] [--json]",
    what: "verifies chains, seals and anchors of every board, and compares with anchors sent out",
    load: async () => (await import("./verify.ts")).verify,
  },
  {
    words: ["rebuild"],
    usage: "rebuild --check [--board N] [--json]",
    what: "makes everything derived anew beside the old, follow-up too, and compares",
    load: async () => (await import("./rebuild.ts")).rebuild,
  },
  {
    words: ["rebuild"],
    usage: "rebuild --board N [--json]",
    what: "writes everything derived of one board anew from its log, while it is in use",
    load: async () => (await import("./rebuild.ts")).rebuild,
  },
  {
    words: ["followup", "table"],
    usage: "followup table QUERY.json [--board N] [--json]",
    what: "counts a table of follow-up by a question as the page shows it in JSON",
    load: async () => (await import("./followup-table.ts")).followupTable,
  },
  {
    words: ["followup", "extract"],
    usage:
      "followup extract FILE.json --board N --purpose TEXT --into FOLDER [--kind csv] [--json]",
    what: "takes rows of follow-up out as a file (csv, xlsx, sav, parquet); kept with its purpose",
    load: async () => (await import("./followup-extract.ts")).followupExtract,
  },
  {
    words: ["demo"],
    usage: "demo [--size small] [--seed WORD] [--json]",
    what: "makes a board with an invented municipality and tells its accounts",
    load: async () => (await import("./demo.ts")).demo,
  },
  {
    words: ["demo"],
    usage: "demo --check [--size small] [--seed WORD] [--json]",
    what: "makes one twice in a database of its own, compares, tells how far variables are filled",
    load: async () => (await import("./demo.ts")).demo,
  },
  {
    words: ["followup", "report"],
    usage: "followup report NAME [--board N] [--from DAY] [--to DAY] [--json] [--pdf FILE]",
    what: "makes a ready report: activity, client-group or board; small numbers are left out",
    load: async () => (await import("./followup-report.ts")).followupReport,
  },
  {
    words: ["log-setting"],
    usage: "log-setting NAME VALUE --board N",
    what: "review-months, keep-years (5 at least) or extract-names of the access log",
    load: async () => (await import("./log-setting.ts")).logSetting,
  },
  {
    words: ["turn-factor-key"],
    usage: "turn-factor-key",
    what: "replaces the key that one-time codes are sealed with, while the program is stopped",
    load: async () => (await import("./turn-factor-key.ts")).turnFactorKey,
  },
  {
    words: ["retention"],
    usage: "retention [--board N] [--json]",
    what: "lists what is to be destroyed today, by which rule, and what is held back",
    load: async () => (await import("./retention.ts")).retention,
  },
  {
    words: ["retention"],
    usage: "retention run [--board N] [--json]",
    what: "carries out, or goes on with, the destruction that two persons agreed on",
    load: async () => (await import("./retention.ts")).retention,
  },
  {
    words: ["local-copy"],
    usage: "local-copy on|off --board N",
    what: "whether browsers may keep a sealed copy of text that is not saved yet",
    load: async () => (await import("./local-copy.ts")).localCopy,
  },
  {
    words: ["provider"],
    usage: "provider set FILE.json|check|remove|local on|off --board N",
    what: "the municipality's sign-in (OpenID Connect): sets it, and says what is wrong with it",
    load: async () => (await import("./provider.ts")).provider,
  },
  {
    words: ["backup"],
    usage: "backup --to FILE --recipient age1... [--recipients FILE] [--json]",
    what: "writes everything as it is now, encrypted, while the program is in use",
    load: async () => (await import("./backup.ts")).backup,
  },
  {
    words: ["backup"],
    usage: "backup --check FILE --identity KEYFILE [--json]",
    what: "opens a backup and holds every digest to its manifest",
    load: async () => (await import("./backup.ts")).backup,
  },
  {
    words: ["backup"],
    usage: "backup --new-identity KEYFILE",
    what: "makes the key that opens backups, and tells the recipient to encrypt them to",
    load: async () => (await import("./backup.ts")).backup,
  },
  {
    words: ["restore"],
    usage: "restore FILE --identity KEYFILE [--json]",
    what: "takes a backup into an empty installation, all or nothing, and verifies it",
    load: async () => (await import("./restore.ts")).restore,
  },
  {
    words: ["ready"],
    usage: "ready [--json]",
    what: "tells what a board of real persons needs that is not set on this machine",
    load: async () => (await import("./readiness.ts")).ready,
  },
  {
    words: ["export-board"],
    usage: "export-board --board N --to FILE --recipient age1... [--json]",
    what: "writes everything of one board, encrypted",
    load: async () => (await import("./backup.ts")).exportBoard,
  },
  {
    words: ["import-board"],
    usage: "import-board FILE --identity KEYFILE [--json]",
    what: "takes the file of one board into an empty installation, all or nothing",
    load: async () => (await import("./restore.ts")).importBoard,
  },
];
