/**
 * A path that says which screen, not which record: segments that look like identifiers become ":id".
 * Query and fragment are never part of it.
 */
export function templatePath(pathname: string): string {
  return pathname
    .split("/")
    .map((segment) => (looksLikeId(segment) ? ":id" : segment))
    .join("/")
    .slice(0, 500);
}

function looksLikeId(segment: string): boolean {
  return (
    /\d{3,}/.test(segment) ||
    /^\d+$/.test(segment) ||
    /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(segment) ||
    /^[0-9a-f]{6,}$/i.test(segment) ||
    /[@%]/.test(segment) ||
    segment.length > 40
  );
}
