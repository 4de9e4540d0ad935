import { useRef } from "preact/hooks";
import { replacePicture } from "../../lib/draft/picture/replace-picture.ts";
import type { Guide } from "../../lib/model/guide.ts";
import type { RichText } from "../../lib/model/rich-text.ts";
import type { EditorPictures } from "./ports.ts";

/**
 * Pictures for the editor of one text, in which one can be retouched. When its new version comes into that text,
 * `follow` puts it everywhere else in the guide, too; null: nothing of that kind has come.
 */
export function useRetouching(pictures: EditorPictures) {
  const made = useRef<{ from: string; to: string } | null>(null);
  const retouch: EditorPictures["retouch"] = async (from, ...how) => {
    const to = await pictures.retouch(from, ...how);
    made.current = { from, to };
    return to;
  };
  const follow = (text: RichText): ((guide: Guide) => Guide) | null => {
    const change = made.current;
    const isIn = text.some((block) => block.type === "image" && block.asset === change?.to);
    if (!change || !isIn) return null;
    made.current = null;
    return (guide) => replacePicture(guide, change.from, change.to);
  };
  return { pictures: { ...pictures, retouch }, follow };
}
