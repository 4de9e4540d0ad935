const EXTENSION = /^(chrome|moz|safari-web)-extension:\/\/[\w-]+$/;

/**
 * The CORS headers for an origin. Extensions may ask everything, any page may send events. There are no cookies, so
 * no answer depends on who the browser thinks the person is.
 */
export function corsHeaders(
  origin: string | undefined,
  openToAll: boolean,
): Record<string, string> {
  if (!origin || !(openToAll || EXTENSION.test(origin))) return {};
  return {
    "Access-Control-Allow-Origin": openToAll ? "*" : origin,
    "Access-Control-Expose-Headers": "ETag, Retry-After",
    ...(openToAll ? {} : { Vary: "Origin" }),
  };
}

export function preflightHeaders(
  origin: string | undefined,
  openToAll: boolean,
  methods: readonly string[],
): Record<string, string> {
  const headers = corsHeaders(origin, openToAll);
  if (Object.keys(headers).length === 0) return {};
  return {
    ...headers,
    "Access-Control-Allow-Methods": methods.join(", "),
    "Access-Control-Allow-Headers":
      "Authorization, Content-Type, Content-Encoding, If-Match, If-None-Match, Waymark-Device, Waymark-Identity",
    "Access-Control-Allow-Private-Network": "true",
    "Access-Control-Max-Age": "7200",
  };
}
