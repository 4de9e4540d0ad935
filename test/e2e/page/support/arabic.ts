import type { Guide } from "../../../../lib/model/guide.ts";

const WORDS =
  "افتح التقارير ثم اختر حسابا واحفظ العمل قبل أن تنتقل إلى الصفحة التالية في هذا المنتج".split(
    " ",
  );

/** The guide with Arabic beside its English: words of a right-to-left script, about as many as there were. */
export function withArabic(guide: Guide): Guide {
  return withTexts(guide) as Guide;
}

function withTexts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withTexts);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([name, part]) => [name, withTexts(part)] as const);
  const same = Object.fromEntries(entries);
  return "en" in value ? { ...same, ar: arabic(value.en) } : same;
}

function arabic(value: unknown, name = "text"): unknown {
  if (Array.isArray(value)) return value.map((part) => arabic(part, ""));
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, arabic(part, key)]));
  }
  if (typeof value !== "string" || !["text", "alt", "fallback"].includes(name)) return value;
  const count = value.trim().split(/\s+/).length;
  const words = Array.from({ length: count }, (_, at) => WORDS[(at + value.length) % WORDS.length]);
  const [before = "", after = ""] = [/^\s*/.exec(value)?.[0], /\s*$/.exec(value)?.[0]];
  return `${before}${words.join(" ")}${after}`;
}
