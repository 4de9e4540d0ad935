import type { Anchor, RowIntent, Sample } from "../model/anchor.ts";

/** An element in a list or table, as it was just pointed at: its sample for each row that can be meant. */
export type RowSamples = Readonly<Record<RowIntent, Sample>>;

/** The anchor stands in a list or table, so that its author can say which row is meant. */
export function isInRow({ samples }: Anchor): boolean {
  return samples.some(({ fingerprint }) => fingerprint.row);
}

/** What the row is called, if that is known. */
export function rowName({ samples }: Anchor): string | undefined {
  return samples.flatMap(({ fingerprint }) => fingerprint.row?.key ?? [])[0];
}

/**
 * The anchor with another row meant; undefined: the very element. How surely that is found was measured for `taken` only.
 * The name of a row goes where not this very row is meant. A19, B13.
 */
export function withRow(
  { samples }: Anchor,
  row: RowIntent | undefined,
  taken?: { sample: Sample; rows: RowSamples },
): Anchor {
  const intent = row && { row };
  if (taken) return { samples: [row ? taken.rows[row] : taken.sample], ...intent };
  return { samples: samples.map((sample) => judgedAnew(sample, row)), ...intent };
}

function judgedAnew({ rarity: _, ...sample }: Sample, row: RowIntent | undefined): Sample {
  const { fingerprint } = sample;
  if (!fingerprint.row || row === "this") return sample;
  const { key: __, ...nameless } = fingerprint.row;
  return { ...sample, fingerprint: { ...fingerprint, row: nameless } };
}
