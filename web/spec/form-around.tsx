import type { ReactNode } from "react";
import type { Answers } from "../../src/domain/event.ts";
import { AnswersContext, FormContext, type FormContextValue } from "./form-context.ts";

/** A form around its fields: what they need, and apart from it the answers, which change as somebody writes. */
export function FormAround({
  form,
  answers,
  children,
}: {
  readonly form: FormContextValue;
  readonly answers: Answers;
  readonly children: ReactNode;
}) {
  return (
    <FormContext value={form}>
      <AnswersContext value={answers}>{children}</AnswersContext>
    </FormContext>
  );
}
