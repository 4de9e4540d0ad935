import { performance } from "node:perf_hooks";
import type { Figure } from "../bench.ts";
import { quantile } from "../statistics.ts";
import { oneSiteOut } from "./one-site-out.ts";
import { isReallyDifferent, isSame, type PairPage, readPairs } from "./pairs.ts";
import { isSimiloCandidate, similoBest } from "./similo.ts";
import { firstOf, isTwin, judge, NOTHING, sum, type Tally, type Trial, trialsOf } from "./trial.ts";

/** Old and new versions of elements, from a file; beside a published locator on the same elements. */
export async function measurePairs(path: string, say: (line: string) => void): Promise<Figure[]> {
  const pages = await readPairs(path);
  const trials = [...trialsOf(pages)];
  say(`${trials.length} pairs on ${pages.length} pages, one site left out at a time`);
  const { tally, chosen } = oneSiteOut(trials);
  for (const [gate, times] of chosen) say(`chosen ${times} times: ${gate}`);
  const shipped = trials.map((trial) => judge(trial)).reduce(sum, NOTHING);
  const first = trials.filter((trial) => isRight(firstOf(trial), trial)).length;
  say("Similo on the same pairs");
  return [
    percent("pairs.top1", first, trials.length),
    ...figuresOf("pairs.oneSiteOut", tally, true),
    ...figuresOf("pairs.shipped", shipped, false),
    ...times(
      "pairs",
      trials.map(({ present }) => present.ms),
    ),
    ...similoFigures(trials, pages),
  ];
}

function isRight(answer: Trial["truth"] | undefined, { truth }: Trial): boolean {
  return answer !== undefined && (isSame(answer, truth) || isTwin(answer, truth));
}

function figuresOf(name: string, tally: Tally, held: boolean): Figure[] {
  const { trials, answered, wrong, twins, removedAnswered, removedDifferent } = tally;
  const figures: Figure[] = [
    { ...percent(`${name}.answered`, answered, trials), ...(held && { budget: { atLeast: 88 } }) },
    { ...percent(`${name}.wrong`, wrong, answered), ...(held && { budget: { atMost: 0.5 } }) },
    { ...percent(`${name}.twin`, twins, answered) },
    percent(`${name}.removed.answered`, removedAnswered, trials),
    {
      ...percent(`${name}.removed.different`, removedDifferent, trials),
      ...(held && { budget: { atMost: 1 } }),
    },
  ];
  return figures;
}

function similoFigures(trials: readonly Trial[], pages: readonly PairPage[]): Figure[] {
  const elapsed: number[] = [];
  let right = 0;
  let different = 0;
  for (const trial of trials) {
    const { target, present, removed } = trial;
    const began = performance.now();
    const best = similoBest(target, present.elements);
    elapsed.push(performance.now() - began);
    right += Number(isRight(present.elements[best ?? -1], trial));
    const stray = removed.elements[similoBest(target, removed.elements) ?? -1];
    different += Number(stray !== undefined && isReallyDifferent(target, stray));
  }
  const compared = pages.flatMap(({ candidates }) => candidates.filter(isSimiloCandidate));
  return [
    { name: "similo.candidates", value: compared.length, unit: "elements" },
    percent("similo.top1", right, trials.length),
    percent("similo.wrong", trials.length - right, trials.length),
    percent("similo.removed.different", different, trials.length),
    ...times("similo", elapsed),
  ];
}

function percent(name: string, part: number, whole: number): Figure {
  return { name, value: whole === 0 ? 0 : (100 * part) / whole, unit: "%" };
}

function times(name: string, elapsed: readonly number[]): Figure[] {
  return [
    { name: `${name}.p50`, value: quantile(elapsed, 0.5), unit: "ms" },
    { name: `${name}.p95`, value: quantile(elapsed, 0.95), unit: "ms" },
  ];
}
