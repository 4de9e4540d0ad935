import { Id } from "../../lib/model/primitives.ts";

/** An id made of a name where it can be, else of `base`, and of a number where that is taken. */
export function idFor(name: string, taken: readonly string[], base: string): string {
  const made = name
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 48);
  const first = Id.safeParse(made).success ? made : base;
  for (let n = 1; ; n += 1) {
    const id = n === 1 ? first : `${first}-${n}`;
    if (!taken.includes(id)) return id;
  }
}
