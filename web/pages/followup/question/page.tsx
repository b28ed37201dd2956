import type { ReactNode } from "react";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { paths } from "../../../paths.ts";
import { useSearchRecord } from "../../../shell/use-address.ts";
import { parseQuestion, type QuestionSearch } from "../question-search.ts";
import { Question } from "./question.tsx";

/** Any question one wants to ask; it stands in the address. */
export function Page(): ReactNode {
  const asked = parseQuestion(useSearchRecord());
  const navigate = useNavigate();
  const address = JSON.stringify(asked);
  // What was chosen is shown before the address has followed, so that nobody's typing waits for it.
  const [chosen, setChosen] = useState<{ readonly at: string; readonly query: QuestionSearch }>();
  return (
    <Question
      asked={chosen?.at === address ? chosen.query : asked}
      onAsk={(query) => {
        setChosen({ at: address, query });
        void navigate({ ...paths.question(query), replace: true, resetScroll: false });
      }}
    />
  );
}
