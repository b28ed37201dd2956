import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import {
  createMemoryHistory,
  createRootRoute,
  createRouter,
  RouterProvider,
} from "@tanstack/react-router";
import type { ReactNode } from "react";
import { renderToString } from "react-dom/server";
import { type Lang, LangContext } from "../text/text.ts";

export interface RenderOptions {
  readonly lang?: Lang;
  /** What the page is to find as if it had been read: query key to answer. */
  readonly known?: readonly (readonly [readonly unknown[], unknown])[];
}

/** A piece of the page as HTML, with the router, the language and the read data that it needs around it. */
export async function renderPage(page: ReactNode, options: RenderOptions = {}): Promise<string> {
  const { lang = "sv", known = [] } = options;
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  for (const [key, answer] of known) client.setQueryData(key, answer);
  const router = createRouter({
    routeTree: createRootRoute({ component: () => page }),
    history: createMemoryHistory({ initialEntries: ["/"] }),
  });
  await router.load();
  return renderToString(
    <QueryClientProvider client={client}>
      <LangContext value={{ lang, choose: () => undefined }}>
        {/* A router of its own, so that a piece can be drawn without the rooms. */}
        <RouterProvider router={router as never} />
      </LangContext>
    </QueryClientProvider>,
  );
}

/** The words of a piece of HTML, as one reads them. */
export function wordsOf(html: string): string {
  return html
    .replaceAll(/<!--.*?-->/gu, "")
    .replaceAll(/<svg.*?<\/svg>/gu, "")
    .replaceAll(/<[^>]+>/gu, " ")
    .replaceAll("&#x27;", "'")
    .replaceAll("&amp;", "&")
    .replaceAll(/\s+/gu, " ")
    .trim();
}
