import { useI18n } from "./i18n.tsx";
import { sayWordsIn } from "./say-problem.ts";

/** What a device or server said went wrong: in the person's language where that is known, else as it was said. */
export function Told({ words }: { words: string }) {
  const said = sayWordsIn(words, useI18n());
  return said === null ? <span lang="en">{words}</span> : <span>{said}</span>;
}
