import { useBeside } from "../../sources/beside-context.ts";
import { CitingText } from "../../sources/citing-text.tsx";
import { describedBy, type FieldFrame, FieldShell } from "./field-shell.tsx";
import { useWrittenText } from "./use-written-text.ts";

export interface LongTextProps {
  readonly frame: FieldFrame;
  readonly path: string;
  /** The text where no draft has one. */
  readonly given: unknown;
}

/** Narrative text, in the serif; the browser's own spelling marks are on. */
export function LongTextField(props: LongTextProps) {
  const beside = useBeside();
  return beside === undefined ? (
    <PlainText {...props} />
  ) : (
    <CitingText {...props} beside={beside} />
  );
}

function PlainText({ frame, path, given }: LongTextProps) {
  const { area, begins } = useWrittenText(path, given);
  return (
    <FieldShell frame={frame}>
      <textarea
        id={frame.id}
        ref={area}
        aria-describedby={describedBy(frame)}
        {...(frame.problems.length > 0 ? { "aria-invalid": true } : {})}
        lang="sv"
        spellCheck
        rows={4}
        defaultValue={begins}
      />
    </FieldShell>
  );
}
