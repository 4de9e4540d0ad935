/** A text with its values where their names stand in braces: "{at} of {of}". */
export function say(text: string, values: object): string {
  return text.replace(
    /\{(\w+)\}/g,
    (_, name: string) => (values as Record<string, string>)[name] ?? "",
  );
}
