/** Somebody who was watched for so long, and whether it happened then; otherwise nothing is known of later. */
export interface Watched {
  time: number;
  happened: boolean;
}

export interface Incidence {
  /** The share to whom it happened by each time at which it did, in their order. */
  steps: { time: number; share: number }[];
  watched: number;
  happened: number;
}

/**
 * The share to whom something happened by a time, as the complement of the product-limit estimate: Kaplan and Meier,
 * "Nonparametric estimation from incomplete observations", JASA 53 (1958). Those who are watched for shorter count for as
 * long as they were; of one time, what happened comes before the end of watching.
 */
export function incidence(people: readonly Watched[]): Incidence {
  const times = [...new Set(people.flatMap(({ time, happened }) => (happened ? [time] : [])))];
  let left = 1;
  const steps = times
    .sort((a, b) => a - b)
    .map((time) => {
      const atRisk = people.filter((one) => one.time >= time).length;
      const now = people.filter((one) => one.happened && one.time === time).length;
      left *= 1 - now / atRisk;
      return { time, share: 1 - left };
    });
  return {
    steps,
    watched: people.length,
    happened: people.filter(({ happened }) => happened).length,
  };
}

/** By when it has happened to this share of them; null: to fewer, as far as is known. */
export function quantile({ steps }: Incidence, share: number): number | null {
  return steps.find((step) => step.share >= share - 1e-12)?.time ?? null;
}
