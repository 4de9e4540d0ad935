import fc from "fast-check";
import { expect, it } from "vitest";
import { Guide } from "../../lib/model/guide.ts";
import { explain, parse } from "../../lib/model/parse.ts";
import { hostileGuide } from "./hostile-guide.ts";

it("hostile guides are valid all the same", () => {
  fc.assert(
    fc.property(hostileGuide, (guide) => {
      const result = parse(Guide, guide);
      expect(result.ok ? "" : explain(result.error)).toBe("");
    }),
  );
});
