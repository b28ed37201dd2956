import "./wordmark.css";

/** The name with its centre point. */
export function Wordmark() {
  return (
    <span className="wordmark">
      <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        <circle cx="12" cy="12" r="9.5" />
        <circle cx="12" cy="12" r="3" className="point" />
      </svg>
      Mittpunkt
    </span>
  );
}
