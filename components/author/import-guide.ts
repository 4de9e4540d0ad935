import { freeId } from "../../lib/draft/free-id.ts";
import type { FileProblem, ReadTour } from "../../lib/exchange/read-file.ts";
import type { Guide } from "../../lib/model/guide.ts";
import { localize } from "../../lib/model/locale.ts";
import type { OpenImport } from "./import-ports.ts";
import type { ReadGuide } from "./import-state.ts";

/** Formats that say of each text in which language it is. */
const SPEAKING = new Set(["waymark", "node-red"]);
const SCRIPTS: readonly [RegExp, string][] = [
  [/\p{Script=Cyrillic}/u, "ru"],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, "ja"],
  [/\p{Script=Hangul}/u, "ko"],
  [/\p{Script=Han}/u, "zh"],
];
const PROVISIONAL = "imported";

/** A tour as a guide, in the language that its letters speak of unless `locale` says another. */
export function guideOfTour(
  tour: ReadTour,
  { name, locale }: { name?: string; locale?: string },
): { guide: ReadGuide | null; problems: readonly FileProblem[] } {
  const first = tour.convert({ id: PROVISIONAL });
  if (!first.ok) return { guide: null, problems: first.problems };
  const spoken = locale ?? languageOf(first.value.guide);
  const again = tour.convert({ id: PROVISIONAL, locale: spoken, ...(name && { name }) });
  if (!again.ok) return { guide: null, problems: again.problems };
  const { guide } = again.value;
  return {
    guide: {
      imported: again.value,
      name: name ?? localize(guide.name, [spoken]),
      locale: spoken,
      asksLocale: !SPEAKING.has(tour.format),
    },
    problems: [],
  };
}

function languageOf({ steps }: Guide): string {
  const said = steps.map(({ title, body }) => JSON.stringify([title, body])).join(" ");
  return SCRIPTS.find(([script]) => script.test(said))?.[1] ?? "en";
}

/** The guide under its name and an id of its own, and what is to be confirmed of it. */
export function draftOfRead(
  { imported, name, locale, asksLocale }: ReadGuide,
  { file, taken, now }: { file: string; taken: readonly string[]; now: number },
): { guide: Guide; record: OpenImport } {
  const id = freeId(name, new Set(taken), "imported");
  const { guide, targets, findings } = imported;
  const named = asksLocale ? { [locale]: name } : { ...guide.name, [nameLocale(guide)]: name };
  const record: OpenImport = {
    id,
    file,
    importedAt: now,
    total: targets.length,
    open: [...targets],
    findings: findings.map((one) => ({ ...one })),
  };
  return { guide: { ...guide, id, name: named }, record };
}

/** The language in which its name was shown. */
function nameLocale({ name }: Guide): string {
  return "en" in name ? "en" : (Object.keys(name)[0] ?? "en");
}
