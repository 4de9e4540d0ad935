import { expect, test } from "vitest";
import { countPlaywright, countVitest } from "./test-counts.ts";

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((each) => ({ status: each })),
});

test("a test file that cannot be loaded counts as a failure", () => {
  const report = {
    numPassedTests: 2,
    numFailedTests: 0,
    numTotalTests: 2,
    success: false,
    testResults: [file("passed", "passed", "passed"), file("failed")],
  };
  expect(countVitest(report)).toEqual({ passed: 2, failed: 1, skipped: 0 });
});

test("a failing test is counted once", () => {
  const report = {
    numPassedTests: 1,
    numFailedTests: 1,
    numTotalTests: 2,
    success: false,
    testResults: [file("failed", "passed", "failed")],
  };
  expect(countVitest(report)).toEqual({ passed: 1, failed: 1, skipped: 0 });
});

test("a run that fails without failing tests is not hidden", () => {
  const report = {
    numPassedTests: 1,
    numFailedTests: 0,
    numTotalTests: 1,
    success: false,
    testResults: [file("passed", "passed")],
  };
  expect(countVitest(report)).toEqual({ passed: 1, failed: 1, skipped: 0 });
});

test("a flaky test has failed, a skipped one is told apart", () => {
  const stats = { expected: 3, unexpected: 1, flaky: 1, skipped: 1 };
  expect(countPlaywright({ stats, errors: [{}] })).toEqual({ passed: 3, failed: 3, skipped: 1 });
});
