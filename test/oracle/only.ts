/** What the comparison leaves out, because the other side has no words for it. */

export const ONLY_CLICKHOUSE: readonly string[] = [
  "windowFunnel: how far people came when the same use may fill several steps at once (without strict_once)",
  "windowFunnel strict_increase: it keeps the first of equal times only and misses chains that exist; equal to the default where no two times are equal",
  "windowFunnel strict_deduplication and strict_order where the first step happens again: both end at the first offence, we begin anew",
  "sequenceMatch: times between neighbours, such as (?t>5), patterns of three or more steps with (?t<=5), and any row (.)",
];

export const ONLY_WAYMARK: readonly string[] = [
  "a window from the first step together with strict order, with repeats of a pattern counted, or with something that must not lie between",
  "without X in a loose sequence of three or more steps, or between two named steps",
  "absence with a deadline, from the newest or the first use, in words of sequences (compared with plain SQL above)",
  "evidence: which uses made it so",
];
