import { defineConfig } from "wxt";

/** Where the end-to-end tests and the demo serve their hosts; a person grants sites one by one instead. */
const TEST_HOSTS = ["http://127.0.0.1/*", "http://localhost/*"];

export default defineConfig({
  imports: false,
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
    optional_host_permissions: ["https://*/*", "http://*/*"],
    ...(mode === "e2e" && { host_permissions: TEST_HOSTS }),
    action: { default_title: "Waymark" },
    ...(browser !== "firefox" && { minimum_chrome_version: "130" }),
    ...(browser === "firefox" && {
      browser_specific_settings: {
        gecko: {
          id: "waymark@waymark.example",
          strict_min_version: "142.0",
          data_collection_permissions: { required: ["websiteActivity"] },
        },
      },
    }),
  }),
  manifestVersion: 3,
});
