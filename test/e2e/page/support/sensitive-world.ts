import { frameSight } from "../../../../lib/record/sensitive/frame-sight.ts";

/** What a page tells of itself before a picture is taken of it, in an isolated world. */
const world = {
  sight: frameSight,
  /** In ms, the best of some. */
  cost(): number {
    const times = Array.from({ length: 5 }, () => {
      const began = performance.now();
      frameSight();
      return performance.now() - began;
    });
    return Math.min(...times);
  },
};

export type SensitiveWorld = typeof world;

Object.assign(globalThis, { world });
