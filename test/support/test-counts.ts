/** What a runner's JSON report says. */
export interface Counts {
  passed: number;
  failed: number;
  /** Tests that did not run, because something they need is not on this machine. */
  skipped: number;
}

/**
 * Vitest's report. A file that could not be loaded has no tests, and an error outside any test fails the run without
 * failing one: each counts as a failure.
 */
export function countVitest(json: unknown): Counts {
  const report = json as {
    numPassedTests: number;
    numFailedTests: number;
    numTotalTests: number;
    success: boolean;
    testResults: { status: string; assertionResults: { status: string }[] }[];
  };
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((test) => test.status === "failed"),
  ).length;
  const { numPassedTests: passed, numFailedTests, numTotalTests } = report;
  const failed = numFailedTests + broken;
  const unseen = !report.success && failed === 0 ? 1 : 0;
  return { passed, failed: failed + unseen, skipped: numTotalTests - passed - numFailedTests };
}

/** Playwright's report; a flaky test and an error outside the tests count as failures. */
export function countPlaywright(json: unknown): Counts {
  const { stats, errors } = json as {
    stats: { expected: number; unexpected: number; flaky: number; skipped: number };
    errors: unknown[];
  };
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  };
}
