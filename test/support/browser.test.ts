import { afterEach, expect, test, vi } from "vitest";
import { findBrowser } from "./browser.ts";

afterEach(() => vi.unstubAllEnvs());

test("a path in WAYMARK_BROWSER that leads nowhere is an error that names it", () => {
  vi.stubEnv("WAYMARK_BROWSER", "/nowhere/chromium");
  expect(() => findBrowser()).toThrow("WAYMARK_BROWSER=/nowhere/chromium");
});

test("a program in WAYMARK_BROWSER that starts is taken as it is", () => {
  vi.stubEnv("WAYMARK_BROWSER", process.execPath);
  expect(findBrowser()).toEqual({
    path: process.execPath,
    from: "WAYMARK_BROWSER",
    branded: false,
  });
});
