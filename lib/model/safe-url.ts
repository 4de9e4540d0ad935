/**
 * Whether a person may be sent to this address: `https:` and `mailto:` only, without user name or password.
 * Apart from its schema so that a host page, which checks again at the click, never loads zod.
 */
export function isSafeUrl(text: string): boolean {
  if (/[\s\p{Cc}]/u.test(text)) return false;
  if (/^mailto:(?!\/\/)[^@]+@[^@]+$/i.test(text)) return true;
  return /^https:\/\/[^/?#@\\]+(?:[/?#]|$)/i.test(text);
}
