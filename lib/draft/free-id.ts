const LONGEST = 56;
const LATIN: readonly string[] =
  "a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch - y - e yu ya".split(" ");

/**
 * An id of words that no other has: "Create a flow" → "create-a-flow", and if that is taken "create-a-flow-2".
 * `fallback` is for words in letters that ids are not made of.
 */
export function freeId(words: string, taken: ReadonlySet<string>, fallback = "step"): string {
  const latin = words
    .toLowerCase()
    .replaceAll("ё", "e")
    .replace(/[а-я]/g, (letter) => LATIN[letter.charCodeAt(0) - 0x430]?.replace("-", "") ?? "")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "");
  const parts = latin.match(/[a-z0-9]+/g)?.join("-");
  const wanted = parts?.slice(0, LONGEST).replace(/-+$/, "") || fallback;
  let id = wanted;
  for (let again = 2; taken.has(id); again++) id = `${wanted}-${again}`;
  return id;
}
