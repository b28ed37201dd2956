import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** The page: sources in web/, built to dist/web. `npm run dev` forwards the API to the server. */
export default defineConfig({
  root: "web",
  plugins: [react()],
  build: {
    outDir: "../dist/web",
    emptyOutDir: true,
    target: "es2022",
    // The content policy of the page allows no inline script and no data: URL.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: true,
    // How the time of a build is divided between plug-ins is no fault of the page.
    rolldownOptions: { checks: { bundlerTimings: false } },
  },
  server: {
    host: "127.0.0.1",
    // The server takes changes from the page's own address only, so it must be told that address.
    proxy: {
      "/api": {
        target: process.env["MITTPUNKT_API"] ?? "http://127.0.0.1:3000",
        changeOrigin: false,
      },
    },
  },
});
