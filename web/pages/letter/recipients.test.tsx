import { expect, test } from "vitest";
import { renderPage, wordsOf } from "../../testing/render-page.tsx";
import { Preview } from "./preview.tsx";
import { Recipients } from "./recipients.tsx";
import type { LetterRecipient, PossibleLetter, Writing } from "./use-letter.ts";

const refused = {
  id: "law.A-09.no-right-to-feedback",
  section: "OSL 26:9 a",
  severity: "block" as const,
  sv: "Anmälaren har inte rätt till återkoppling.",
  en: "The reporter has no right to feedback.",
};

function recipient(change: Partial<LetterRecipient> = {}): LetterRecipient {
  return {
    role: "reporter",
    person: null,
    label: "privat anmälare",
    labelEn: "private reporter",
    protected: false,
    enclosures: [],
    problems: [],
    ...change,
  };
}

function writing(one: LetterRecipient): Writing {
  const letter: PossibleLetter = {
    matter: "00000000-0000-7000-8000-000000000001",
    letter: "feedback",
    sv: "Återkoppling till anmälaren",
    en: "Feedback to the reporter",
    ids: {},
    about: "2026-03-02",
    recipients: [one],
  };
  return {
    possible: [letter],
    chosen: letter,
    recipient: one,
    choose: () => undefined,
    chooseRecipient: () => undefined,
  } as unknown as Writing;
}

async function wordsFor(one: LetterRecipient): Promise<string> {
  const page = <Recipients writing={writing(one)} onChange={() => undefined} />;
  return wordsOf(await renderPage(page));
}

test("why somebody cannot have the letter is said at once, with the section", async () => {
  const words = await wordsFor(recipient({ problems: [refused] }));
  expect(words).toContain("Brevet kan inte skrivas till den mottagaren");
  expect(words).toContain("Anmälaren har inte rätt till återkoppling. OSL 26:9 a");
  expect(await wordsFor(recipient())).not.toContain("kan inte");
});

test("somebody with protected data gets it in another way than by an address", async () => {
  expect(await wordsFor(recipient({ protected: true }))).toContain("lämna brevet personligen");
});

test("two letters of the same kind are told apart by their day", async () => {
  expect(await wordsFor(recipient())).toContain("Återkoppling till anmälaren, 2 mars 2026");
});

test("the preview is the letter, with what is not filled in yet said above it", async () => {
  const page = (
    <Preview
      preview={{
        title: "Kallelse",
        subtitle: "Gäller Elmer Granvik",
        masthead: [{ label: "Till", lines: ["Anna Granvik"] }],
        blocks: [
          {
            heading: "När och var?",
            paragraphs: ["2 december 2026 kl. 13.00"],
            pictures: [],
            space: null,
          },
        ],
        omitted: 1,
        lacking: ["meetingPlace"],
        pieces: [],
        problems: [],
      }}
    />
  );
  const words = wordsOf(await renderPage(page));
  expect(words).toContain("Gäller Elmer Granvik Till Anna Granvik När och var?");
  expect(words).toContain("Något är inte ifyllt än");
  expect(words).toContain("Utelämnat för mottagaren: 1");
});
