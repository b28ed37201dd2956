import { useNavigate } from "@tanstack/react-router";
import { paths } from "../paths.ts";
import { shellText } from "../text/shell.ts";
import { useText } from "../text/text.ts";
import { useSearchText } from "./search-context.ts";

export const searchBoxId = "search-box";

/** One search box for the whole page; `/` leads to it, Enter to the hits. */
export function SearchBox() {
  const t = useText(shellText);
  const navigate = useNavigate();
  const { text, setText } = useSearchText();
  return (
    <form
      className="search-box"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        void navigate(paths.search);
      }}
    >
      <label className="visually-hidden" htmlFor={searchBoxId}>
        {t("searchLabel")}
      </label>
      <input
        id={searchBoxId}
        type="search"
        autoComplete="off"
        spellCheck={false}
        placeholder={t("searchHint")}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <kbd aria-hidden="true">/</kbd>
    </form>
  );
}
