import type { Guide, Step } from "../../model/guide.ts";
import type { Block } from "../../model/rich-text.ts";

/**
 * The guide with a picture in place of another one, wherever it shows that: what was hidden in it is to be hidden in
 * every step and language. P13.
 */
export function replacePicture(guide: Guide, from: string, to: string): Guide {
  const isThat = (block: Block) => block.type === "image" && block.asset === from;
  const inStep = (step: Step): Step => {
    const texts = Object.entries(step.body);
    if (!texts.some(([, text]) => text.some(isThat))) return step;
    const body = texts.map(([locale, text]) => [
      locale,
      text.map((block) => (isThat(block) ? { ...block, asset: to } : block)),
    ]);
    return { ...step, body: Object.fromEntries(body) };
  };
  return { ...guide, steps: guide.steps.map(inStep) };
}
