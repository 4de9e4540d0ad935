/** Why a text is no address of a site or server. The name is the end of its message key. */
export type AddressFault = "invalid" | "scheme" | "insecure";

export type Address<T> = { ok: true; value: T } | { ok: false; fault: AddressFault };

/**
 * The origin a person means: "app.example.com/any?thing" → "https://app.example.com". A host on this computer or
 * network without a scheme gets http.
 */
export function readSite(text: string): Address<string> {
  const typed = text.trim();
  if (typed === "" || /\s/.test(typed)) return { ok: false, fault: "invalid" };
  const url = toUrl(withScheme(typed));
  if (!url) return { ok: false, fault: "invalid" };
  if (!isWeb(url)) return { ok: false, fault: "scheme" };
  if (!isFullHost(url.hostname)) return { ok: false, fault: "invalid" };
  return { ok: true, value: url.origin };
}

/**
 * The address of a server without a slash at its end; https where the scheme was left out. What is sent there must
 * not be read on the way.
 */
export function readServer(text: string): Address<string> {
  const url = /\s/.test(text.trim()) ? undefined : toUrl(withScheme(text.trim()));
  if (!url || !isWeb(url) || url.username || url.password || url.search || url.hash) {
    return { ok: false, fault: "invalid" };
  }
  if (!isFullHost(url.hostname)) return { ok: false, fault: "invalid" };
  if (url.protocol === "http:" && !isThisComputer(url.hostname)) {
    return { ok: false, fault: "insecure" };
  }
  return { ok: true, value: url.origin + url.pathname.replace(/\/+$/, "") };
}

/**
 * The match pattern for which the browser is asked. It has no port, because not every browser allows one there;
 * content scripts are registered for the exact origin all the same.
 */
export function permissionPattern(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}

function toUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

function isWeb(url: URL): boolean {
  return url.protocol === "https:" || url.protocol === "http:";
}

/** "localhost:8787" begins with a host, not with a scheme. */
function withScheme(text: string): string {
  if (/^[a-z][a-z0-9+.-]*:(\/\/|[^\d])/i.test(text)) return text;
  const host = /^\[[^\]]*\]|^[^/:?#]+/.exec(text)?.[0] ?? "";
  return `${isLocal(host) ? "http" : "https"}://${text}`;
}

/** A single word is more likely a slip than a host. */
function isFullHost(host: string): boolean {
  return host.includes(".") || isLocal(host);
}

function isThisComputer(host: string): boolean {
  return (
    host === "localhost" ||
    host.endsWith(".localhost") ||
    /^127(\.\d+){3}$/.test(host) ||
    host === "[::1]"
  );
}

function isLocal(host: string): boolean {
  return (
    isThisComputer(host) || /^(10\.|192\.168\.)/.test(host) || /\.(local|internal|test)$/.test(host)
  );
}
