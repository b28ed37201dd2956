/** The facts that only guards of good practice ask about: what is told, and stops nothing. */
export const noticeFacts = {
  "child.protected": { type: "yesno", about: "the child has protected personal data" },
  "command.inFull": { type: "yesno", about: "documents.disclose: nothing is left out" },
  "command.toOthers": {
    type: "yesno",
    about:
      "documents.disclose: to somebody who is neither the child nor a party with protected data",
  },
  "command.changesWorker": {
    type: "yesno",
    about: "matter.assign: the matter had another caseworker before",
  },
  "command.endsCare": { type: "yesno", about: "act.record: compulsory care has ended" },
  "command.policeReport": {
    type: "code",
    codelist: ["made", "considered-not-made", "not-applicable"],
    about: "police-report.consider: what was decided",
  },
  "command.protectionLevel": {
    type: "code",
    codelist: ["none", "secrecy-marking", "protected-registration", "fictitious"],
    about: "person.change: the protection of personal data that is recorded",
  },
  "command.recordedOn": { type: "date", about: "the day it is written down" },
  "command.violence": { type: "yesno", about: "report.receive: marked with any kind of violence" },
  "investigation.openedOn": { type: "date", about: "the day the running investigation was opened" },
  "investigation.wouldEndOn": {
    type: "date",
    about: "investigation.open: nominal end of the time the investigation gets",
  },
  "investigation.wouldTargetOn": {
    type: "date",
    about: "investigation.open: the day to work to then",
  },
  "person.protectionLevel": {
    type: "code",
    codelist: ["none", "secrecy-marking", "protected-registration", "fictitious"],
    about: "person.change: the protection the day before",
  },
  "person.protectionFounded": {
    type: "yesno",
    about:
      "person.change, person.register: provision, authority and day of the protection are known",
  },
  "command.residenceStatus": {
    type: "code",
    codelist: ["citizen", "permanent", "temporary", "asylum-seeker", "eu-right", "none"],
    about: "person.change: the right to stay in the country that is recorded",
  },
  "person.residenceStatus": {
    type: "code",
    codelist: ["citizen", "permanent", "temporary", "asylum-seeker", "eu-right", "none"],
    about: "person.change: the right to stay the day before",
  },
  "person.unaccompanied": { type: "yesno", about: "person.change: came without a guardian" },
  "person.age": { type: "integer", about: "person.change: whole years on the day it holds from" },
  "investigation.closedOn": { type: "date", about: "the day the investigation was closed" },
  "placement.decidedAt": {
    type: "code",
    codelist: ["delegate", "committee", "board", "chair", "court"],
    about: "placement.start: the level of the decision it carries out",
  },
  "report.previousOn": {
    type: "date",
    about: "report.receive: when the latest report of concern about the child before this arrived",
  },
} as const;
