import { expect, test } from "vitest";
import { readOptions } from "./options.ts";

test("with a display the browser is visible, unless told otherwise", () => {
  expect(readOptions([], { DISPLAY: ":0" }, "linux").visible).toBe(true);
  expect(readOptions([], { WAYLAND_DISPLAY: "wayland-0" }, "linux").visible).toBe(true);
  expect(readOptions([], {}, "darwin").visible).toBe(true);
  expect(readOptions(["--headless"], { DISPLAY: ":0" }, "linux").visible).toBe(false);
});

test("without a display a scripted user plays", () => {
  expect(readOptions([], {}, "linux").visible).toBe(false);
});

test("an unknown argument is an error", () => {
  expect(() => readOptions(["--headed"], {}, "linux")).toThrow(/--headed/);
});
