import { expect, it } from "vitest";
import { assetsOf } from "../../model/asset.ts";
import type { Guide } from "../../model/guide.ts";
import { replacePicture } from "./replace-picture.ts";

const OLD = "a".repeat(64);
const NEW = "b".repeat(64);
const OTHER = "c".repeat(64);

const image = (asset: string, alt: string) => ({ type: "image" as const, asset, alt });
const step = (id: string, body: Guide["steps"][number]["body"]): Guide["steps"][number] => ({
  id,
  title: { en: id, ru: id },
  body,
  advance: { on: "next" },
});
const guide: Guide = {
  format: 1,
  id: "g",
  kind: "how-to",
  name: { en: "G" },
  trigger: { start: "manual" },
  steps: [
    step("one", { en: [image(OLD, "Menu")], ru: [image(OLD, "Меню"), image(OTHER, "Ещё")] }),
    step("two", { en: [image(OTHER, "Other"), image(OLD, "Again")] }),
    step("three", { en: [image(OTHER, "Other")] }),
  ],
};

it("P13: what was hidden in a picture is hidden wherever the guide shows it", () => {
  const replaced = replacePicture(guide, OLD, NEW);
  expect(assetsOf(replaced).map(({ asset }) => asset)).toEqual([
    NEW,
    NEW,
    OTHER,
    OTHER,
    NEW,
    OTHER,
  ]);
  expect(replaced.steps[0]?.body).toEqual({
    en: [image(NEW, "Menu")],
    ru: [image(NEW, "Меню"), image(OTHER, "Ещё")],
  });
  expect(replaced.steps[2]).toBe(guide.steps[2]);
});
