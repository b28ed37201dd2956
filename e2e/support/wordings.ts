import { actText } from "../../web/text/act.ts";
import { catalogueText } from "../../web/text/catalogue.ts";
import { childText } from "../../web/text/child.ts";
import { entryText } from "../../web/text/entry.ts";
import { setupText } from "../../web/text/setup.ts";
import { factorText } from "../../web/text/factor.ts";
import { filesText } from "../../web/text/files.ts";
import { finderText } from "../../web/text/finder.ts";
import { followupText } from "../../web/text/followup.ts";
import { formText } from "../../web/text/form.ts";
import { identityText } from "../../web/text/identity.ts";
import { intakeText } from "../../web/text/intake.ts";
import { myDayText } from "../../web/text/my-day.ts";
import { receivedText } from "../../web/text/received.ts";
import { recordText } from "../../web/text/record.ts";
import { searchText } from "../../web/text/search.ts";
import { shellText } from "../../web/text/shell.ts";
import { sourcesText } from "../../web/text/sources.ts";
import { startText } from "../../web/text/start.ts";
import { fillText, type Lang, type TextTable, type TextValues } from "../../web/text/text.ts";
import { unitText } from "../../web/text/unit.ts";

/** The words of the page, as its users know it by. */
export const wordings = {
  act: actText,
  catalogue: catalogueText,
  child: childText,
  entry: entryText,
  setup: setupText,
  factor: factorText,
  files: filesText,
  finder: finderText,
  followup: followupText,
  form: formText,
  identity: identityText,
  intake: intakeText,
  myDay: myDayText,
  received: receivedText,
  record: recordText,
  search: searchText,
  shell: shellText,
  sources: sourcesText,
  start: startText,
  unit: unitText,
};

/** One text of the page in a language, its places filled in. */
export function say<T extends TextTable>(
  table: T,
  key: keyof T & string,
  lang: Lang,
  values: TextValues = {},
): string {
  return fillText(table[key]?.[lang] ?? key, values);
}
