import type { Guide } from "../../model/guide.ts";
import type { Block, RichText } from "../../model/rich-text.ts";
import { type Edited, refuse } from "../edited.ts";
import { changeStep } from "../steps.ts";

const ALT_LENGTH = 300;

/**
 * Gives a step another picture in all its languages: in the place of its first one, which keeps its words, else below its
 * text, described by its title. P14.
 */
export function putPicture(guide: Guide, id: string, asset: string): Edited {
  const step = guide.steps.find((one) => one.id === id);
  if (!step) return refuse({ code: "no-step" });
  const languages = new Set([step.title, step.body].flatMap(Object.keys));
  const body = [...languages].map((language): [string, RichText] => {
    const text = step.body[language] ?? [];
    const at = text.findIndex(({ type }) => type === "image");
    const old = text[at];
    const alt = step.title[language]?.trim().slice(0, ALT_LENGTH) || "…";
    const picture: Block =
      old?.type === "image" ? { ...old, asset } : { type: "image", asset, alt };
    return [language, old ? text.with(at, picture) : [...text, picture]];
  });
  return changeStep(guide, id, { body: Object.fromEntries(body) });
}
