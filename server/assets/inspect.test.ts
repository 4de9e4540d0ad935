import { describe, expect, it } from "vitest";
import { png } from "../../test/support/picture.ts";
import { inspect, looksLikeMarkup } from "./inspect.ts";

const hex = (text: string) => Buffer.from(text.replaceAll(" ", ""), "hex");
const latin = (text: string) => Buffer.from(text, "latin1");

const GIF = hex("474946383961 4001 b400 f70000");
/** An application segment before the frame. */
const JPEG = hex("ffd8 ffe0 0004 0000 ffc2 0011 08 00b4 0140 03 01");
const LOSSY = hex("52494646 24000000 57454250 56503820 18000000 300100 9d012a 4001 b400 0000");
const LOSSLESS = hex("52494646 24000000 57454250 5650384c 18000000 2f 3fc12c00 0000000000");
const EXTENDED = hex("52494646 24000000 57454250 56503858 0a000000 00000000 3f0100 b30000");

describe("R35: pictures by what they say of themselves", () => {
  it.each([
    ["PNG", png(320, 180), "image/png"],
    ["GIF", GIF, "image/gif"],
    ["progressive JPEG", JPEG, "image/jpeg"],
    ["lossy WebP", LOSSY, "image/webp"],
    ["lossless WebP", LOSSLESS, "image/webp"],
    ["extended WebP", EXTENDED, "image/webp"],
  ])("%s", (_, bytes, type) => {
    expect(inspect(bytes)).toEqual({ type, width: 320, height: 180 });
  });

  it("are nothing else, nor cut short, nor without a size", () => {
    expect(inspect(latin("<svg xmlns='http://www.w3.org/2000/svg'/>"))).toBeNull();
    expect(inspect(latin("%PDF-1.7 and so on and so on and on"))).toBeNull();
    expect(inspect(Buffer.alloc(0))).toBeNull();
    expect(inspect(png(0, 180))).toBeNull();
    for (const whole of [png(320, 180), GIF, JPEG, LOSSY, LOSSLESS, EXTENDED]) {
      for (let length = 0; length < 10; length++) {
        expect(inspect(whole.subarray(0, length))).toBeNull();
      }
    }
  });

  it("a JPEG that leads nowhere ends", () => {
    expect(inspect(hex("ffd8 ffe0 ffff 00000000000000000000"))).toBeNull();
    expect(inspect(hex("ffd8 ffff ffff ffff ffff ffff ffff ffff"))).toBeNull();
    expect(inspect(hex("ffd8 ffe0 0000 ffe0 0000 ffe0 0000 ffe0 0000"))).toBeNull();
  });

  it("markup is told apart", () => {
    expect(looksLikeMarkup(latin("<?xml version='1.0'?><svg/>"))).toBe(true);
    expect(looksLikeMarkup(Buffer.from("\uFEFF\n <svg/>"))).toBe(true);
    expect(looksLikeMarkup(latin("plain"))).toBe(false);
  });
});
