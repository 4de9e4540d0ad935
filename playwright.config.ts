import { defineConfig } from "@playwright/test";

/** Tests of one page in an isolated world: they share a browser and need nothing else. */
const PAGES = ["page", "threads", "a11y"].map((folder) => `test/e2e/${folder}/**/*.spec.ts`);

export default defineConfig({
  testDir: "test",
  outputDir: "test-results/e2e",
  globalSetup: "./test/support/playwright-setup.ts",
  timeout: 60_000,
  expect: { timeout: 10_000 },
  /** More than the two processors of a small machine: each waits half of the time. */
  workers: 3,
  projects: [
    /** Each file starts a browser, a server and a host of its own, and its tests follow each other. */
    { name: "extension", testMatch: "e2e/**/*.spec.ts", testIgnore: PAGES },
    { name: "fault", testMatch: "fault/**/*.spec.ts", workers: 1 },
    { name: "page", testMatch: PAGES, fullyParallel: true },
  ],
  /** A test that passes only the second time has failed. */
  retries: 0,
  forbidOnly: true,
  reporter: [["list"], ["json", { outputFile: "test-results/e2e.json" }]],
});
