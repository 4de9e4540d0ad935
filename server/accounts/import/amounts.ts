/** A column's decimal mark, told from all its cells: three digits after a single mark are thousands. */
export function decimalMark(cells: readonly string[]): "." | "," {
  let found: "." | "," = ".";
  for (const cell of cells) {
    const text = digitsOf(cell);
    const last = /[.,](?=[^.,]*$)/.exec(text);
    if (!last) continue;
    const mark = last[0] as "." | ",";
    const other = mark === "." ? "," : ".";
    const isOnlyOne = text.split(mark).length === 2;
    const isDecimal = isOnlyOne && (text.includes(other) || text.length - last.index !== 4);
    if (isDecimal) found = mark;
    else if (!text.includes(other)) found = other;
    if (isDecimal) return mark;
  }
  return found;
}

/** A number as people write it; undefined if it is none. Below zero is none: neither amounts nor counts are. */
export function readNumber(cell: string, mark: "." | ","): number | undefined {
  const digits = digitsOf(cell);
  const groups = mark === "." ? /,/g : /\./g;
  const text = digits.replace(groups, "").replace(mark, ".");
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
}

/** Without spaces, words such as "руб." and signs of currencies. */
function digitsOf(cell: string): string {
  return cell.replace(/[\s\u00a0\u202f'’]/g, "").replace(/\p{L}+\.?|\p{Sc}/gu, "");
}

const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/€|\beur\b/i, "EUR"],
  [/£|\bgbp\b/i, "GBP"],
  [/₽|руб|\brub\b/i, "RUB"],
  [/₸|\bkzt\b/i, "KZT"],
  [/\$|\busd\b/i, "USD"],
];

/** The currency that a text names. */
export function readCurrency(text: string): string | undefined {
  const code = /\b[A-Z]{3}\b/.exec(text.replace(/\b(MRR|ARR|ACV)\b/g, ""))?.[0];
  return SIGNS.find(([sign]) => sign.test(text))?.[1] ?? code;
}
