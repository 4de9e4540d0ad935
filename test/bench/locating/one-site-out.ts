import { GATE, type Gate } from "../../../lib/anchor/weights.ts";
import { judge, NOTHING, sum, type Tally, type Trial } from "./trial.ts";

/** Gates that are tried: every combination, strictest first. */
function* gates(): Generator<Gate> {
  for (const score of [0.65, 0.6, 0.55, 0.5]) {
    for (const margin of [0.1, 0.08, 0.06, 0.05]) {
      for (const agrees of [0.5, 0.4, 0.35]) {
        for (const marked of [NEVER, { score: 0.45, margin: 0.15 }, { score: 0.35, margin: 0.1 }]) {
          for (const worded of [NEVER, { score: 0.6, margin: 0.2 }, { score: 0.6, margin: 0.1 }]) {
            yield { ...GATE, score, margin, agrees, marked, worded };
          }
        }
      }
    }
  }
}

const NEVER = { score: 2, margin: 2 };

/** What a gate has to hold to be chosen: three quarters of what is promised, because other pages are other pages. */
const HELD = { wrong: 0.00375, removedDifferent: 0.0075 };

/**
 * For each site the gate that answers most on all *other* sites and holds what it has to there; what it then makes
 * of the site that had no part in choosing it, summed up.
 */
export function oneSiteOut(trials: readonly Trial[]): {
  tally: Tally;
  chosen: Map<string, number>;
} {
  const sites = [...new Set(trials.map(({ site }) => site))];
  const tried = [...gates()].map((gate) => {
    const bySite = new Map<string, Tally>();
    for (const trial of trials) {
      bySite.set(trial.site, sum(bySite.get(trial.site) ?? NOTHING, judge(trial, gate)));
    }
    return { gate, bySite, all: [...bySite.values()].reduce(sum, NOTHING) };
  });
  const chosen = new Map<string, number>();
  let tally = NOTHING;
  for (const site of sites) {
    const ranked = tried
      .map((entry) => ({ ...entry, others: minus(entry.all, entry.bySite.get(site) ?? NOTHING) }))
      .filter(({ others }) => holds(others))
      .sort((a, b) => b.others.answered - a.others.answered);
    const best = ranked[0];
    if (!best) throw new Error("no gate holds what it has to");
    tally = sum(tally, best.bySite.get(site) ?? NOTHING);
    const { score, margin, agrees, marked, worded } = best.gate;
    const name = JSON.stringify({ score, margin, agrees, marked, worded });
    chosen.set(name, (chosen.get(name) ?? 0) + 1);
  }
  return { tally, chosen };
}

function holds({ answered, wrong, trials, removedDifferent }: Tally): boolean {
  return wrong <= HELD.wrong * answered && removedDifferent <= HELD.removedDifferent * trials;
}

function minus(a: Tally, b: Tally): Tally {
  const keys = Object.keys(NOTHING) as (keyof Tally)[];
  return Object.fromEntries(keys.map((key) => [key, a[key] - b[key]])) as unknown as Tally;
}
