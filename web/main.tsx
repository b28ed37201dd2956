import "./style/tokens.css";
import "./style/base.css";
import "./style/forms.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { NoContactError, RefusedError } from "./api/client.ts";
import { App } from "./app.tsx";

const root = document.getElementById("root");
if (root === null) throw new Error("the page has no root");

/** A refusal or a lost contact is an answer, and the page says it; anything else is a fault to look into. */
function tellFault(error: unknown): void {
  if (!(error instanceof RefusedError) && !(error instanceof NoContactError)) reportError(error);
}

createRoot(root, { onCaughtError: tellFault }).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
