/** A text, or its forms by plural category; the form is chosen by the parameter `count`. */
export type Message = string | { readonly [category: string]: string };

type RussianForms = {
  one: string;
  few: string;
  many: string;
  /** Fractions. */
  other: string;
};

/** The Russian table of an English one: the same keys, and every plural form Russian has. */
export type Translation<English> = {
  readonly [Key in keyof English]: English[Key] extends string ? string : RussianForms;
};

/** Names in braces: `"{done} of {of}"` → `"done" | "of"`. */
export type Placeholders<Text> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;
