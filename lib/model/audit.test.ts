import { expect, test } from "vitest";
import { partsOf } from "./audit.ts";

test("R75: a deed is told in parts; whoever asks for another signing key replaces one", () => {
  const told = (method: string, route: string) => {
    const { thing, act } = partsOf({ method, route });
    return `${thing}: ${act}`;
  };
  expect(told("POST", "/v1/signing-keys")).toBe("signing-keys: replaced");
  expect(told("DELETE", "/v1/signing-keys/:id")).toBe("signing-keys: removed");
  expect(told("POST", "/v1/write-keys")).toBe("write-keys: added");
  expect(told("PUT", "/v1/settings/theme")).toBe("settings.theme: changed");
  expect(told("POST", "/v1/playbooks/:id/pause")).toBe("playbooks: pause");
});
