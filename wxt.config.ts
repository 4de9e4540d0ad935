import { defineConfig } from "wxt";
import { CSS_TARGET, OLDEST } from "./oldest-browsers.ts";

/** Where the end-to-end tests and the demo serve their hosts; a person grants sites one by one instead. */
const TEST_HOSTS = ["http://127.0.0.1/*", "http://localhost/*"];

/** What goes into pages is paid for by those who visit them; making it so small takes most of the time of a build. */
const SMALL = { ecma: 2020, toplevel: true, compress: { passes: 8 } } as const;

export default defineConfig({
  imports: false,
  vite: () => ({
    build: { cssTarget: CSS_TARGET },
    // So that a worker can load what only some need when it is needed.
    worker: { format: "es" },
  }),
  hooks: {
    "vite:build:extendConfig": ([entrypoint], config) => {
      if (entrypoint?.type !== "unlisted-script") return;
      config.build = { ...config.build, minify: "terser", terserOptions: SMALL };
    },
  },
  outDirTemplate: "{{browser}}-mv{{manifestVersion}}{{modeSuffix}}",
  zip: { excludeSources: ["test/**", "demo-output/**"] },
  manifest: ({ browser, mode }) => ({
    name: "__MSG_extensionName__",
    description: "__MSG_extensionDescription__",
    default_locale: "en",
    permissions: [
      "storage",
      "unlimitedStorage",
      "scripting",
      "alarms",
      "activeTab",
      ...(browser === "firefox" ? [] : ["sidePanel"]),
    ],
    // The last one is for pictures of recorded steps: nothing less lets an extension take them.
    optional_host_permissions: ["https://*/*", "http://*/*", "<all_urls>"],
    ...(mode === "e2e" && { host_permissions: TEST_HOSTS }),
    // Firefox takes it from a native manifest of the administrator's.
    ...(browser !== "firefox" && { storage: { managed_schema: "managed-schema.json" } }),
    action: { default_title: "Waymark" },
    ...(browser !== "firefox" && { minimum_chrome_version: OLDEST.chrome }),
    ...(browser === "firefox" && {
      browser_specific_settings: {
        gecko: {
          id: "waymark@waymark.example",
          strict_min_version: `${OLDEST.firefox}.0`,
          data_collection_permissions: { required: ["websiteActivity"] },
        },
      },
    }),
  }),
  manifestVersion: 3,
});
