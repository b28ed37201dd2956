import { type ReactNode, type RefObject, useEffect, useId, useRef } from "react";
import { shellText } from "../../text/shell.ts";
import { useText } from "../../text/text.ts";
import { useRoomForPanel } from "./room-for-panel.ts";
import "./side-panel.css";

/**
 * A panel beside the text for sources, earlier text and guidance. The page stays usable; `Escape` closes it
 * and gives the focus back to what opened it.
 */
export function SidePanel({
  title,
  wide = false,
  first,
  foot,
  onClose,
  children,
}: {
  readonly title: string;
  /** For long text to read. */
  readonly wide?: boolean;
  /** What has the focus at first, where one writes before one reads. */
  readonly first?: RefObject<HTMLElement | null>;
  /** What is done with what was read; stays in view. */
  readonly foot?: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const t = useText(shellText);
  const id = useId();
  const panel = useRef<HTMLElement>(null);
  useRoomForPanel(panel, wide);
  useEffect(() => {
    const opener = document.activeElement;
    (first?.current ?? panel.current)?.focus();
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, [first]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === "Escape") onClose();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [onClose]);
  return (
    <aside
      className={wide ? "side-panel wide" : "side-panel"}
      aria-labelledby={id}
      ref={panel}
      tabIndex={-1}
    >
      <div className="side-panel-head">
        <h2 id={id}>{title}</h2>
        <button type="button" className="plain" onClick={onClose}>
          {t("close")}
        </button>
      </div>
      <div className="side-panel-body">{children}</div>
      {foot === undefined ? null : <div className="side-panel-foot">{foot}</div>}
    </aside>
  );
}
