/** A share from what a person wrote as a percentage, "92", "92,5 %"; null if it is none from 0 to `most` (a share). */
export function readPercent(text: string, most: number): number | null {
  const written = text.trim().replace(/\s*%$/, "").replace(",", ".");
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(written)) return null;
  const share = Number((Number(written) / 100).toFixed(6));
  return share <= most ? share : null;
}

/** The share as a person would write it, without the sign. */
export function writePercent(share: number): string {
  return String(Number((share * 100).toFixed(2)));
}
