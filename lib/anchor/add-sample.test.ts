import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Anchor, SAMPLE_LIMIT } from "../model/anchor.ts";
import { addSample } from "./add-sample.ts";

const original = (lang?: string) => ({
  ...(lang && { lang }),
  fingerprint: { tag: "button", name: "Save" },
});
const confirmed = (confirmedAt: number, build = "1", lang = "en") => ({
  lang,
  build,
  confirmedAt,
  fingerprint: { tag: "button", name: `Keep ${confirmedAt}` },
});
const times = (anchor: Anchor) => anchor.samples.map(({ confirmedAt }) => confirmedAt);

describe("A16: a confirmed element", () => {
  it("is added to what the author recorded", () => {
    const after = addSample({ samples: [original()] }, confirmed(5));
    expect(after.samples).toEqual([original(), confirmed(5)]);
  });

  it("takes the place of an earlier one in the same language and build", () => {
    const anchor = { samples: [original(), confirmed(1, "1"), confirmed(2, "2")] };
    expect(times(addSample(anchor, confirmed(3, "1")))).toEqual([undefined, 2, 3]);
  });

  it("makes the oldest give way when there are four", () => {
    const anchor = {
      samples: [original(), confirmed(2, "2"), confirmed(1, "1"), confirmed(3, "3")],
    };
    expect(times(addSample(anchor, confirmed(4, "4")))).toEqual([undefined, 2, 3, 4]);
  });

  it("never costs an original, and the result is an anchor that can be stored", () => {
    const originals = fc.array(fc.constantFrom("en", "de", "ru"), { minLength: 1, maxLength: 11 });
    const later = fc.array(fc.tuple(fc.nat(9), fc.constantFrom("1", "2", "3", "4", "5")));
    fc.assert(
      fc.property(originals, later, (langs, additions) => {
        const before: Anchor = { samples: langs.map((lang) => original(lang)) };
        const after = additions.reduce(
          (anchor, [at, build]) => addSample(anchor, confirmed(at, build)),
          before,
        );
        expect(after.samples.slice(0, langs.length)).toEqual(before.samples);
        expect(after.samples.length).toBeLessThanOrEqual(Math.max(SAMPLE_LIMIT, langs.length + 1));
        expect(Anchor.safeParse(after).success).toBe(true);
      }),
    );
  });
});
