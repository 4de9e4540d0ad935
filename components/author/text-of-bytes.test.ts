import { expect, it } from "vitest";
import { textOfBytes } from "./text-of-bytes.ts";

it("X38: a file is read in UTF-8 and UTF-16, and in nothing that would guess its letters", () => {
  expect(textOfBytes(new TextEncoder().encode("\uFEFFid,да"))).toBe("id,да");
  expect(textOfBytes(new Uint8Array([0xff, 0xfe, 0x34, 0x04]))).toBe("д");
  expect(textOfBytes(new Uint8Array([0xfe, 0xff, 0x04, 0x34]))).toBe("д");
  const inWindows1251 = new Uint8Array([0xe4, 0xe0]);
  expect(textOfBytes(inWindows1251)).toBeNull();
});
