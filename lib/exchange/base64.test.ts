import fc from "fast-check";
import { expect, it } from "vitest";
import { base64 } from "./base64.ts";

it("bytes are written as everybody else writes them", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 20_000 }), (bytes) => {
      expect(base64(bytes)).toBe(Buffer.from(bytes).toString("base64"));
    }),
  );
});
