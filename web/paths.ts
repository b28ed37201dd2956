import { linkOptions } from "@tanstack/react-router";
import type { Pack } from "../src/spec/types.ts";
import type { QuestionSearch } from "./pages/followup/question-search.ts";

/** Every address of the page, typed by the routes. An address holds ids only, never a name or a number. */
export const paths = {
  myDay: linkOptions({ to: "/" }),
  start: linkOptions({ to: "/start" }),
  receive: linkOptions({ to: "/receive" }),
  search: linkOptions({ to: "/search" }),
  unit: linkOptions({ to: "/unit" }),
  conference: linkOptions({ to: "/unit/conference" }),
  incidents: linkOptions({ to: "/incidents" }),
  staffing: linkOptions({ to: "/staffing" }),
  retention: linkOptions({ to: "/retention" }),
  retentionProtocol: (run: string) => linkOptions({ to: "/retention/$run", params: { run } }),
  followup: linkOptions({ to: "/followup" }),
  /** With the question that is asked there; without one, the page begins with the first. */
  question: (search: QuestionSearch = {}) => linkOptions({ to: "/followup/question", search }),
  variables: (variable?: string) =>
    linkOptions({
      to: "/followup/variables",
      search: variable === undefined ? {} : { variable },
    }),
  reports: linkOptions({ to: "/followup/reports" }),
  gaps: linkOptions({ to: "/gaps" }),
  accounts: linkOptions({ to: "/accounts" }),
  logReviews: linkOptions({ to: "/log-review" }),
  logReview: (review: string) => linkOptions({ to: "/log-review/$review", params: { review } }),
  glass: linkOptions({ to: "/glass" }),
  assignment: (akt: string, measure: string) =>
    linkOptions({ to: "/assignments/$akt/$measure", params: { akt, measure } }),
  signIns: linkOptions({ to: "/sign-ins" }),
  password: linkOptions({ to: "/password" }),
  examples: linkOptions({ to: "/examples" }),
  child: (akt: string) => linkOptions({ to: "/child/$akt", params: { akt } }),
  network: (akt: string) => linkOptions({ to: "/child/$akt/network", params: { akt } }),
  accesses: (akt: string) => linkOptions({ to: "/child/$akt/accesses", params: { akt } }),
  reach: (akt: string) => linkOptions({ to: "/child/$akt/reach", params: { akt } }),
  disclosures: (akt: string) => linkOptions({ to: "/child/$akt/disclosures", params: { akt } }),
  disclosure: (akt: string, disclosure: string) =>
    linkOptions({ to: "/child/$akt/disclosures/$disclosure", params: { akt, disclosure } }),
  siblings: (akt: string) => linkOptions({ to: "/child/$akt/siblings", params: { akt } }),
  /** `about` is the id of the thing the act concerns, where a matter may have several: a measure, a consent. */
  act: (akt: string, matter: string, command: string, about?: string) =>
    linkOptions({
      to: "/child/$akt/$matter/act/$command",
      params: { akt, matter, command },
      search: about === undefined ? {} : { about },
    }),
  received: (akt: string, matter: string) =>
    linkOptions({ to: "/child/$akt/$matter/received", params: { akt, matter } }),
  document: (akt: string, matter: string, document: string) =>
    linkOptions({
      to: "/child/$akt/$matter/document/$document",
      params: { akt, matter, document },
    }),
  basicData: (akt: string, person: string) =>
    linkOptions({ to: "/child/$akt/basic-data/$person", params: { akt, person } }),
  protection: (akt: string, person: string) =>
    linkOptions({ to: "/child/$akt/protection/$person", params: { akt, person } }),
  handover: (akt: string, matter: string) =>
    linkOptions({ to: "/child/$akt/$matter/handover", params: { akt, matter } }),
  letter: (akt: string, matter: string) =>
    linkOptions({ to: "/child/$akt/$matter/letter", params: { akt, matter } }),
} as const;

/** The document that these commands fix or sign: it is written on a page of its own, not in a form. */
const documentOfSigning: Readonly<Record<string, string>> = {
  "basis.fix": "decision-basis",
  "basis.sign": "decision-basis",
};

/** A letter is written on a page of its own. */
const letterCommand = "letter.send";

/** Where a step of the chain is done. */
export function stepPath(akt: string, matter: string, command: string, about?: string) {
  if (command === "document.receive") return paths.received(akt, matter);
  if (command === letterCommand) return paths.letter(akt, matter);
  const document = documentOfSigning[command];
  return document === undefined
    ? paths.act(akt, matter, command, about)
    : paths.document(akt, matter, document);
}

/** What is known of a person is changed on a page of its own; the draft says whose it is. */
const basicData = "basic-data";

/** Where a draft is written on: in the form of the act its document belongs to, or on the document's own page. */
export function draftPath(pack: Pack, akt: string, matter: string, draft: BegunDraft) {
  const { document, item } = draft;
  if (document === basicData && item !== null) return paths.basicData(akt, item);
  const act = pack.process.acts.find((each) => each.document === document);
  if (act === undefined) return paths.document(akt, matter, document);
  return stepPath(akt, matter, act.id, item ?? undefined);
}

/** What a draft is of, and the thing it is about where a matter may have several. */
interface BegunDraft {
  readonly document: string;
  readonly item: string | null;
}

/** The route behind an address the server gave (`/child/<akt>/<matter>/act/<command>`); the child's page for others. */
export function pathOfHref(href: string, akt: string) {
  const [, room, child, matter, kind, name] = href.split("/");
  const mine = room === "child" && child === akt && matter !== undefined && name !== undefined;
  if (mine && kind === "act") return stepPath(akt, matter, name);
  if (mine && kind === "document") return paths.document(akt, matter, name);
  return paths.child(akt);
}
