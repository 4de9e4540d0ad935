import { expect, it } from "vitest";
import { isLasting } from "./lasting.ts";

it("W8: what an app has numbered is no result to wait for: it has another number the next time", () => {
  expect(["#red-ui-notification-0", "#toast12", '[data-testid="row-3"]'].filter(isLasting)).toEqual(
    [],
  );
  expect(isLasting("#node-dialog-ok")).toBe(true);
  expect(isLasting("dialog[open]")).toBe(true);
});
