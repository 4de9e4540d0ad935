import type { ListedOutputs } from "../message/listed.ts";
import type { Handlers } from "../message/server.ts";
import type { Background, Changing } from "./handlers.ts";

/** Answers to what a person does in the side panel's own lists. */
export function listedHandlers(
  background: () => Promise<Background>,
  changing: Changing,
): Pick<Handlers, keyof ListedOutputs> {
  /** What was told is stored before it is answered, so that who asks next sees it. */
  const telling = <I>(act: (parts: Background, input: I) => Promise<void>) =>
    changing(async (parts, input: I) => {
      await act(parts, input);
      await parts.drain();
      return null;
    });

  return {
    "feed.list": async ({ tab }) => (await background()).feed.list(tab),
    "feed.read": telling(({ feed }, { guide, tab }) => feed.read(guide, tab)),
    "feed.dismiss": telling(({ feed }, { guide, tab }) => feed.dismiss(guide, tab)),
    "howTo.list": async ({ tab }) => (await background()).howTos.list(tab),
    "howTo.published": async ({ guide, tab }) => (await background()).howTos.published(guide, tab),
    "howTo.point": telling(({ howTos }, { guide, step, tab }) => howTos.point(guide, step, tab)),
    "howTo.stop": changing(async ({ howTos }, { guide, tab }) => {
      await howTos.stop(guide, tab);
      return null;
    }),
    "howTo.tick": telling(({ howTos }, { guide, step, tab }) => howTos.tick(guide, step, tab)),
    "howTo.restart": telling(({ howTos }, { guide, tab }) => howTos.restart(guide, tab)),
    "howTo.read": telling(({ howTos }, { guide, tab }) => howTos.read(guide, tab)),
    "howTo.rate": telling(({ howTos }, { guide, helpful, tab }) =>
      howTos.rate(guide, helpful, tab),
    ),
  };
}
