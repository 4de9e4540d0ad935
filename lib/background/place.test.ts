import { describe, expect, it } from "vitest";
import { createMemoryPlatform } from "../../test/support/memory-platform.ts";
import type { Sender } from "../message/server.ts";
import { placeNow } from "./place.ts";

const sender = (url: string, more: Partial<Sender> = {}): Sender => ({
  kind: "page",
  tab: 1,
  frame: 0,
  document: "d",
  url,
  ...more,
});

async function shown(tab: string | undefined, began = "https://app.test/began"): Promise<string> {
  const platform = createMemoryPlatform();
  if (tab !== undefined) platform.open.set(1, tab);
  return (await placeNow(platform, sender(began))).url.href;
}

describe("D7, E15: where a page is that asks", () => {
  it("is the address that it shows, whichever its document began with", async () => {
    expect(await shown("https://app.test/app/reports?x#y")).toBe(
      "https://app.test/app/reports?x#y",
    );
  });

  it("is its own address when the tab shows another site by now, or is gone", async () => {
    expect(await shown("https://other.test/")).toBe("https://app.test/began");
    expect(await shown(undefined)).toBe("https://app.test/began");
  });

  it("is nobody's but the top frame's", async () => {
    const platform = createMemoryPlatform();
    const asked = placeNow(platform, sender("https://app.test/", { frame: 2 }));
    await expect(asked).rejects.toThrow("only the top frame");
  });
});
