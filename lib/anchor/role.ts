import type { Fingerprint } from "../model/anchor.ts";

const FAMILIES: Readonly<Record<string, string>> = {
  button: "button",
  menuitem: "button",
  menuitemcheckbox: "button",
  menuitemradio: "button",
  option: "button",
  link: "link",
  tab: "tab",
  checkbox: "toggle",
  radio: "toggle",
  switch: "toggle",
  textbox: "field",
  searchbox: "field",
  combobox: "field",
  listbox: "field",
  spinbutton: "field",
  slider: "field",
  heading: "heading",
  img: "image",
  image: "image",
  "graphics-document": "image",
};

const TAGS: Readonly<Record<string, string>> = {
  a: "link",
  button: "button",
  summary: "button",
  textarea: "field",
  select: "field",
  img: "image",
  svg: "image",
  h1: "heading",
  h2: "heading",
  h3: "heading",
  h4: "heading",
  h5: "heading",
  h6: "heading",
};

const INPUT_TYPES: Readonly<Record<string, string>> = {
  submit: "button",
  button: "button",
  reset: "button",
  image: "button",
  checkbox: "toggle",
  radio: "toggle",
};

/** What a person would call the thing: a link, a button, a field. Everything that is only there to be read is "text". */
export function roleFamily({
  tag,
  role,
  type,
}: Pick<Fingerprint, "tag" | "role" | "type">): string {
  const byRole = role && FAMILIES[role];
  if (byRole) return byRole;
  if (tag === "input") return INPUT_TYPES[type ?? ""] ?? "field";
  return TAGS[tag] ?? "text";
}

/** Links that look like buttons become buttons and back. */
export function roleSimilarity(a: string, b: string): number {
  if (a === b) return 1;
  const pair = [a, b];
  return pair.includes("link") && pair.includes("button") ? 0.7 : 0;
}
