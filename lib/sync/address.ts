/**
 * The base address of a server from what a person typed, without a final "/": the scheme may be left out (https, or http
 * on this machine), and so may everything else that can be guessed. null if it is no address of a web server.
 */
export function serverAddress(typed: string): string | null {
  const text = typed.trim();
  const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text);
  const url = parseUrl(hasScheme ? text : `${guessScheme(text)}://${text}`);
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) return null;
  const path = url.pathname.replace(/\/+$/, "").replace(/\/v1(\/(batch|bundle|workspace))?$/, "");
  return url.origin + path;
}

function guessScheme(text: string): "http" | "https" {
  return /^(localhost|127(\.\d+){3}|\[::1\])([:/]|$)/i.test(text) ? "http" : "https";
}

function parseUrl(text: string): URL | null {
  return /\s/.test(text) || !URL.canParse(text) ? null : new URL(text);
}
