/**
 * What in a text that is on the screen looks like somebody's e-mail address, number or key. The rules rather take too
 * much than too little: what is hidden in a picture by mistake is a nuisance, what is shown by mistake cannot be
 * called back. They stay linear in the length of the text, because a page can show any.
 */

export interface Span {
  start: number;
  /** After its last character. */
  end: number;
}

type Rule = (text: string) => Span[];

/** Where the text holds something that a picture must not show. */
export function sensitiveSpans(text: string): Span[] {
  if (text.length < 3 || !/[@:=：\p{Nd}]|\S{16}/u.test(text)) return [];
  return RULES.flatMap((rule) => rule(text));
}

const BEFORE_AT = /[\p{L}\p{N}._%+'-]/u;
const AFTER_AT = /[\p{L}\p{N}.-]/u;

/** From each "@" outwards, because a pattern that looks for the beginning is quadratic. */
function eMails(text: string): Span[] {
  const found: Span[] = [];
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
    let start = at;
    let end = at + 1;
    while (start > 0 && BEFORE_AT.test(text[start - 1] as string)) start--;
    while (end < text.length && AFTER_AT.test(text[end] as string)) end++;
    if (start < at && end > at + 1) found.push({ start, end });
  }
  return found;
}

/** Days are no numbers of anybody's. */
const DAY =
  /(?<!\p{Nd})(?:(?:19|20)\d\d([-./])[01]?\d\1[0-3]?\d|[0-3]?\d([-./])[01]?\d\2(?:19|20)\d\d)(?!\p{Nd})/gu;
const NUMBER = /[+(]{0,2}\p{Nd}(?:[\s().\-–]{0,3}\p{Nd})*/gu;
const CARD =
  /(?<!\p{Nd})\p{Nd}{4}([ -])(?:\p{Nd}{4}\1\p{Nd}{4}\1\p{Nd}{1,7}|\p{Nd}{6}\1\p{Nd}{4,5})(?!\p{Nd})/gu;
/** Of a number, in digits. A phone number without its area is shorter, and so are most that are nobody's. */
const LONG = 9;
const LONG_WITH_SIGN = 7;
/** More groups are a list of numbers. */
const MOST_GROUPS = 6;

/** Phone, card, account and insurance numbers: long ones, whatever they are. */
function numbers(text: string): Span[] {
  const undated = text.replace(DAY, (day) => "~".repeat(day.length));
  const long = spansOf(undated, NUMBER).filter((span) => {
    const number = undated.slice(span.start, span.end);
    const groups = number.match(/\p{Nd}+/gu) ?? [];
    const digits = groups.join("").length;
    if (/^[+(]/.test(number)) return digits >= LONG_WITH_SIGN;
    if (groups.some((group) => group.length >= LONG)) return true;
    return digits >= LONG && groups.length <= MOST_GROUPS;
  });
  return [...long, ...spansOf(undated, CARD), ...spansOf(undated, ABROAD)];
}
/** Within a list of numbers. */
const ABROAD = /\+\p{Nd}(?:[\s().\-–]{0,2}\p{Nd}){6,14}/gu;

const IBAN = /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30}/giu;

const WORD = /[\w\-+/=.~]{16,}/g;
const KNOWN_KEY =
  /(?<![\p{L}\p{N}])(?:sk|pk|rk|gh[opsu]|github_pat|glpat|xox[abprs]|AKIA|ASIA|eyJ|ya29|AIza|npm|hf)[-_.]?[\w.-]{8,}/gu;

/** Keys and tokens: long words in which digits, small and capital letters take turns as in no language. */
function keys(text: string): Span[] {
  const words = spansOf(text, WORD).filter(({ start, end }) => {
    const word = text.slice(start, end);
    const turns = count(word, /\d(?=[a-z])|[a-z](?=\d)/gi);
    return turns >= 3 || (word.length >= 20 && turns + count(word, /[a-z](?=[A-Z])/g) >= 5);
  });
  return [...words, ...spansOf(text, KNOWN_KEY)];
}

const LABEL = [
  "password|passcode|passphrase|passwd|pwd|secret|token|api[ _-]?key|pin|cvv|cvc|otp|ssn",
  "парол[ья]|секрет|токен|ключ(?: api)?|пин(?:-код)?|код подтверждения|снилс|инн|паспорт",
  "passwort|kennwort|mot de passe|contraseña|clave|senha|hasło|şifre",
  "密码|密碼|パスワード|비밀번호",
].join("|");
/** What a text calls a secret, up to the end of the sentence. */
const LABELLED = new RegExp(
  `(?<!\\p{L})(?:${LABEL})\\s{0,3}[:=：]\\s{0,3}(\\S+[^.;,\\n]{0,200})`,
  "giu",
);

function labelled(text: string): Span[] {
  return [...text.matchAll(LABELLED)].map((match) => {
    const end = match.index + match[0].length;
    return { start: end - (match[1]?.length ?? 0), end };
  });
}

function spansOf(text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }));
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

const RULES: readonly Rule[] = [eMails, numbers, (text) => spansOf(text, IBAN), keys, labelled];
