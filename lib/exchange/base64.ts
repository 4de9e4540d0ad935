const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const CODES = Array.from(DIGITS, (digit) => digit.charCodeAt(0));
const PADDING = "=".charCodeAt(0);

/** As many arguments as any engine takes in one call, and a multiple of four. */
const AT_ONCE = 8192;

/** Bytes as a base64 text (RFC 4648, with padding). Where there is no browser, there is no `btoa`. */
export function base64(bytes: Uint8Array): string {
  const codes = new Uint8Array(Math.ceil(bytes.length / 3) * 4);
  for (let from = 0, to = 0; from < bytes.length; from += 3, to += 4) {
    const [a = 0, b, c] = [bytes[from], bytes[from + 1], bytes[from + 2]];
    const bits = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    codes[to] = CODES[bits >> 18] ?? 0;
    codes[to + 1] = CODES[(bits >> 12) & 63] ?? 0;
    codes[to + 2] = b === undefined ? PADDING : (CODES[(bits >> 6) & 63] ?? 0);
    codes[to + 3] = c === undefined ? PADDING : (CODES[bits & 63] ?? 0);
  }
  let text = "";
  for (let at = 0; at < codes.length; at += AT_ONCE) {
    text += String.fromCharCode(...codes.subarray(at, at + AT_ONCE));
  }
  return text;
}
