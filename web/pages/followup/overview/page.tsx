import type { ReactNode } from "react";
import { useNavigate } from "@tanstack/react-router";
import { paths } from "../../../paths.ts";
import { Question } from "../question/question.tsx";

/** What the board follows up first. */
export function Page(): ReactNode {
  const navigate = useNavigate();
  return <Question asked={{}} onAsk={(query) => void navigate(paths.question(query))} />;
}
