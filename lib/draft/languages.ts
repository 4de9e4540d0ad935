import type { Guide } from "../model/guide.ts";

/** In which its texts are written first; the others translate it. English if its name has it, else the name's first. */
export function mainLanguage({ name }: Pick<Guide, "name">): string {
  return "en" in name ? "en" : (Object.keys(name)[0] ?? "en");
}

/** Every language that the guide has something in, the main one first, then by tag. */
export function languagesOf(guide: Guide): string[] {
  const main = mainLanguage(guide);
  const found = new Set<string>([...Object.keys(guide.name), ...Object.keys(guide.category ?? {})]);
  for (const { title, body, question } of guide.steps) {
    const options = question && "options" in question ? question.options : [];
    for (const texts of [title, body, ...options.map(({ label }) => label)]) {
      for (const language of Object.keys(texts)) found.add(language);
    }
  }
  found.delete(main);
  return [main, ...[...found].sort()];
}
