import * as z from "zod/mini";

const Glob = z.string().check(z.minLength(1), z.maxLength(300));

/**
 * Where something holds. `*` stands for anything within one segment (between "/", or between "." in a host),
 * `**` for anything at all. A part that is left out is not looked at. url-match.ts does the matching.
 */
export const UrlPattern = z
  .strictObject({
    host: z.optional(Glob),
    path: z.optional(Glob),
    query: z.optional(z.record(z.string().check(z.maxLength(100)), Glob)),
    hash: z.optional(Glob),
  })
  .check(
    z.refine((pattern) => Object.keys(pattern).length > 0, {
      error: 'at least one of "host", "path", "query", "hash"',
    }),
  );
export type UrlPattern = z.infer<typeof UrlPattern>;
