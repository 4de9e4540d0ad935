/** Whether a string was written by a person (`word`), by a machine (`random`), or by both. */
export type Stability = "word" | "mixed" | "random";

const MACHINE_MADE = [
  /^:r/,
  /^«/,
  /^_[a-z0-9]{4,}_?$/i,
  /^(radix|mui|ember|css|sc|jsx|svelte|react-aria|headlessui|rc|chakra|mat)-/i,
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i,
  /(^|[^a-z0-9])(?=[0-9a-f]*\d)[0-9a-f]{6,}($|[^a-z0-9])/i,
  /\d{3,}/,
];

/** Random strings change with the next build or load and are no evidence. */
export function stability(text: string): Stability {
  if (MACHINE_MADE.some((pattern) => pattern.test(text))) return "random";
  return /\d/.test(text) ? "mixed" : "word";
}
