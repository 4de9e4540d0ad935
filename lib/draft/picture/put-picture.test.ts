import { expect, test } from "vitest";
import { smallGuide, smallStep } from "../../../test/support/small-guide.ts";
import { putPicture } from "./put-picture.ts";

const image = (asset: string, alt: string) => ({ type: "image" as const, asset, alt });
const words = { type: "paragraph" as const, children: [{ type: "text" as const, text: "Press." }] };
const NEW = "f".repeat(64);
const OLD = "0".repeat(64);

test("P14: a new picture takes the place of the step's first one, keeps its words, and no other step has it", () => {
  const body = { en: [words, image(OLD, "The button"), image(OLD, "Twice")] };
  const guide = smallGuide([smallStep("a", { body }), smallStep("b", { body })]);
  const answer = putPicture(guide, "a", NEW);
  const [a, b] = answer.ok ? answer.guide.steps : [];
  expect(a?.body.en).toEqual([words, image(NEW, "The button"), image(OLD, "Twice")]);
  expect(b?.body).toEqual(body);
});

test("P14: a step without one gets it below its text in every language, described by its title", () => {
  const step = smallStep("a", { title: { en: "Save", ru: "Сохранить" }, body: { en: [words] } });
  const answer = putPicture(smallGuide([step]), "a", NEW);
  expect(answer.ok && answer.guide.steps[0]?.body).toEqual({
    en: [words, image(NEW, "Save")],
    ru: [image(NEW, "Сохранить")],
  });
});
