import type { Bench, Figure } from "../bench.ts";
import { measurePairs } from "./pairs-track.ts";
import { measureRealPages } from "./real-pages.ts";
import { measureSpeed } from "./speed.ts";

export const locatingBench: Bench = {
  name: "locating",
  title: "How surely a step finds its element again, and how fast",
  async run(say, { pairs }) {
    const figures: Figure[] = [];
    if (pairs) figures.push(...(await measurePairs(pairs, say)));
    else say("Pairs left out: no --pairs FILE");
    figures.push(...(await measureRealPages(say)));
    say("Speed in pages of 10 000 and 50 000 elements");
    figures.push(...(await measureSpeed()));
    return figures;
  },
};
