import { expect, it } from "vitest";
import { pageAddress } from "./page-address.ts";

it.each([
  ["#/orders/7?tab=open", "#/orders/7"],
  ["#settings", "#settings"],
  ["#/%D1%81%D1%87%D0%B5%D1%82%D0%B0", "#/%D1%81%D1%87%D0%B5%D1%82%D0%B0"],
  ["#access_token=abc&state=1", ""],
  ["#%7B%22name%22%3A%22Anna%22%7D", ""],
  ["#token%3Dabc", ""],
])("W11: the fragment %s is kept as %j", (hash, kept) => {
  const at = { origin: "https://app.test", pathname: "/a", hash };
  expect(pageAddress(at)).toBe(`https://app.test/a${kept}`);
});
