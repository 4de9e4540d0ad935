import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    /** Loading every module anew for each file takes twice the time of the tests. What they put in place of a global is taken back. */
    isolate: false,
    maxWorkers: 2,
    unstubGlobals: true,
    restoreMocks: true,
    projects: [
      {
        test: {
          name: "unit",
          include: ["{lib,components,server,test}/**/*.test.{ts,tsx}"],
          exclude: ["test/{integration,e2e,a11y,fault}/**"],
          sequence: { shuffle: true },
        },
      },
      {
        test: {
          name: "integration",
          include: ["test/integration/**/*.test.ts"],
          globalSetup: ["test/integration/setup.ts"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
