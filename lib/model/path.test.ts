import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { templatePath } from "./path.ts";

describe("templatePath", () => {
  it.each([
    ["/", "/"],
    ["/flows", "/flows"],
    ["/flows/12345/edit", "/flows/:id/edit"],
    ["/users/7", "/users/:id"],
    ["/u/1b4e28ba-2fa1-11d2-883f-0016d3cca427", "/u/:id"],
    ["/commit/deadbeef", "/commit/:id"],
    ["/people/ann@example.com", "/people/:id"],
    ["/people/ann%40example.com", "/people/:id"],
    ["/reset/YWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXowMTIzNDU2", "/reset/:id"],
    ["/order-2024-0001", "/:id"],
    ["/v1/settings", "/v1/settings"],
    ["/step2/faced", "/step2/faced"],
  ])("%s becomes %s", (path, template) => {
    expect(templatePath(path)).toBe(template);
  });

  it("lets no number of three digits, address or escape through, and stays short", () => {
    const segment = fc.oneof(fc.string(), fc.uuid(), fc.emailAddress(), fc.nat().map(String));
    fc.assert(
      fc.property(fc.array(segment), (segments) => {
        const path = templatePath(`/${segments.join("/")}`);
        expect(path).not.toMatch(/\d{3}|[@%]/);
        expect(path.length).toBeLessThanOrEqual(500);
      }),
    );
  });
});
