/** Whether a page speaks another language than the one a sample was taken in; unknown counts as the same. */
export function isForeign(sample: string | undefined, page: string | undefined): boolean {
  return Boolean(sample && page && primary(sample) !== primary(page));
}

function primary(tag: string): string | undefined {
  return tag.toLowerCase().split("-")[0];
}
