import { definitions } from "./definitions.ts";

/** The command that makes events of a type, and the documents whose answers and content they carry. */
export function documentsOf(type: string): {
  readonly command: string | undefined;
  readonly answers: string | undefined;
  readonly content: string | undefined;
} {
  const [command, definition] =
    Object.entries(definitions).find(([, each]) => each.event === type) ?? [];
  return { command, answers: definition?.document, content: definition?.content };
}
