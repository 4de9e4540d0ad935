/** What Roboto can draw, as pdfmake brings it. Its test reads the font. */
const DRAWN =
  /[ -~\u00a0-\u017f\u0192\u01a0\u01a1\u01af\u01b0\u01fa-\u01ff\u0218-\u021b\u02c6\u02c7\u02d8-\u02dd\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u03ce\u0400-\u0482\u048a-\u0513\u1e80-\u1e85\u1ea0-\u1ef9\u2000-\u200b\u2010\u2011\u2013-\u2015\u2017-\u201e\u2020-\u2022\u2026\u2030\u2032\u2033\u2039\u203a\u2044\u2070\u2074-\u208e\u20ac\u20b9\u20bd\u2113\u2116\u2122\u2126\u215b-\u215e\u2202\u2206\u220f\u2211\u2212\u221a\u221e\u222b\u2248\u2260\u2264\u2265\u25a0\u25ca\u25cf]|[\u0300]|[\u0301]|[\u0303]|[\u0309]|[\u0323]/;

/** Signs of interfaces that the font lacks, in words or signs that it has. */
const SAID_AS: Readonly<Record<string, string>> = {
  "→": "›",
  "⇒": "›",
  "➔": "›",
  "▸": "›",
  "▶": "›",
  "►": "›",
  "←": "‹",
  "◀": "‹",
  "‑": "-",
  "⌘": "Cmd",
  "⇧": "Shift",
  "⌥": "Alt",
  "⌃": "Ctrl",
  "⏎": "Enter",
  "↵": "Enter",
  "⌫": "Backspace",
  "⋮": "…",
  "⋯": "…",
  "✓": "+",
  "✔": "+",
  "✕": "×",
  "✖": "×",
  "▪": "•",
  "◦": "•",
};

/** Says nothing by itself: joiners, directions, variants. */
const SILENT = /[\p{Mn}\p{Me}\p{Cf}\p{Emoji_Modifier}]/u;

export interface Letters {
  /** The text with the letters that the font has. */
  of(text: string): string;
  /** What was left out, each once. */
  missing(): string[];
  /** More is left out than one could read over. */
  isUnreadable(): boolean;
}

/** More than this share of the letters missing makes a text a riddle. */
const MOST_MISSING = 0.1;

/** Keeps account of what the font of PDFs cannot say. */
export function createLetters(): Letters {
  const missing = new Set<string>();
  const letters = { all: 0, lost: 0 };
  const one = (character: string): string => {
    const isLetter = /\p{L}/u.test(character);
    if (isLetter) letters.all++;
    if (DRAWN.test(character)) return character;
    const said = SAID_AS[character];
    if (said !== undefined) return said;
    if (isLetter) letters.lost++;
    if (!SILENT.test(character)) missing.add(character);
    return "";
  };
  return {
    of: (text) => Array.from(text.normalize("NFC"), one).join(""),
    missing: () => [...missing],
    isUnreadable: () => letters.lost > letters.all * MOST_MISSING,
  };
}
