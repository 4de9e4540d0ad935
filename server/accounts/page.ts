import { badRequest } from "../http/errors.ts";

/** Where the next page of a list begins: the value it is sorted by, as the database wrote it, and the id. */
export type Place = readonly [value: string, id: string];

export function writePlace(place: Place): string {
  return Buffer.from(JSON.stringify(place)).toString("base64url");
}

/** What `writePlace` wrote; undefined for the first page. */
export function readPlace(after: string | undefined): Place | undefined {
  if (after === undefined) return undefined;
  try {
    const [value, id] = JSON.parse(Buffer.from(after, "base64url").toString("utf8"));
    if (typeof value === "string" && typeof id === "string") return [value, id];
  } catch {
    // Told below, with everything else that is no place.
  }
  throw badRequest([{ path: "after", found: "another text", allowed: "`next` of an answer" }]);
}
