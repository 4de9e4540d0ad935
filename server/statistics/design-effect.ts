/** Some people who belong together, and how many of them reached something. */
export interface Cluster {
  people: number;
  reached: number;
}

/**
 * How many independent people so many in clusters are worth for the share of those who reached something, because
 * colleagues do alike: people divided by the design effect, which is the variance of the ratio estimate over clusters
 * divided by that of as many independent people (Kish, "Survey Sampling", 1965). Never more than there are people.
 * Where all did the same, no variance can be seen, and each cluster counts for one.
 */
export function effectivePeople(clusters: readonly Cluster[]): number {
  const people = clusters.reduce((sum, one) => sum + one.people, 0);
  const reached = clusters.reduce((sum, one) => sum + one.reached, 0);
  if (clusters.length < 2 || reached === 0 || reached === people) return clusters.length;
  const share = reached / people;
  const squares = clusters.reduce((sum, one) => sum + (one.reached - share * one.people) ** 2, 0);
  const variance = ((clusters.length / (clusters.length - 1)) * squares) / people ** 2;
  const independent = (share * (1 - share)) / people;
  return people / Math.max(1, variance / independent);
}
