/** FNV-1a over UTF-16 code units, 32 bits. */
export function fnv1a32(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  }
  return hash;
}

/**
 * Where a unit stands in an experiment, in [0, 1) by steps of 1/10 000: the same for ever, and unrelated between seeds.
 * It is version 2 of GrowthBook's hash, so that other tools can work out the same assignment.
 */
export function bucket(seed: string, unit: string): number {
  return (fnv1a32(String(fnv1a32(seed + unit))) % 10_000) / 10_000;
}
