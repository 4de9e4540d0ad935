import { browser } from "wxt/browser";
import type { PageResolver } from "../../components/author/import-ports.ts";
import type { TargetResolver } from "../../lib/record/import/resolver.ts";

type World = Record<symbol, Record<string, ((input: unknown) => unknown) | undefined> | undefined>;
type Verb = keyof TargetResolver;

const FILES = ["/resolver.js"];

/** Asks the resolver in one frame of a tab; nothing, where it was not brought. */
const askIn = async (tab: number, frame: number, what: Verb, input: unknown = null) => {
  const [answer] = await browser.scripting.executeScript({
    target: { tabId: tab, frameIds: [frame] },
    args: [what, input],
    func: (name: string, given: unknown) =>
      (globalThis as unknown as World)[Symbol.for("waymark.resolver")]?.[name]?.(given),
  });
  return answer?.result as unknown;
};

/** Brings it into all frames of sites that may be seen; answers with their numbers, the top one first. */
const enter = async (tab: number) => {
  const target = { tabId: tab, allFrames: true };
  const order = { target, files: FILES, injectImmediately: true };
  const frames = await browser.scripting.executeScript(order);
  return frames.map(({ frameId }) => frameId).sort((a, b) => a - b);
};

/** Asks the top frame, bringing it there first. */
const ask = async (tab: number, what: Verb, input: unknown = null) => {
  await browser.scripting.executeScript({ target: { tabId: tab, frameIds: [0] }, files: FILES });
  return askIn(tab, 0, what, input);
};

const tellAll = async (tab: number, what: Verb, frames: readonly number[]) => {
  // A frame that is gone has nothing of ours in it.
  await Promise.allSettled(frames.map((frame) => askIn(tab, frame, what)));
};

const gone = new Promise<never>(() => undefined);

export const pageResolver: PageResolver = {
  look: (tab, orders) => ask(tab, "look", orders),
  show: async (tab, step) => void (await ask(tab, "show", step)),
  /** Whichever frame is first to answer has it; that another one left the page ends nothing. */
  async pick(tab) {
    const frames = await enter(tab);
    const answers = frames.map((frame) => {
      const answer = askIn(tab, frame, "pick");
      return frame === 0 ? answer : answer.catch(() => gone);
    });
    try {
      return await Promise.race(answers);
    } finally {
      await tellAll(tab, "giveUp", frames);
    }
  },
  move: async (tab, to) => void (await ask(tab, "move", to)),
  take: async (tab) => void (await ask(tab, "take")),
  giveUp: async (tab) => void (await ask(tab, "giveUp")),
  async place(tab, anchor) {
    const frames = await enter(tab);
    const answers = await Promise.allSettled(
      frames.map(async (frame) => ({ frame, place: await askIn(tab, frame, "place", anchor) })),
    );
    return answers.flatMap((one) => (one.status === "fulfilled" ? one.value : []));
  },
  end: async (tab) => void (await tellAll(tab, "end", await enter(tab))),
};
