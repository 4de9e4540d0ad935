/** A text as a string of JavaScript, whatever is in it. Also safe where code stands in a page. */
export function codeString(text: string): string {
  return JSON.stringify(text).replace(
    /[<\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
