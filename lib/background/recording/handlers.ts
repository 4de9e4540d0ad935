import type { RecordingOutputs } from "../../message/recording.ts";
import { type Handlers, type Sender, UserError } from "../../message/server.ts";
import type { Background } from "../handlers.ts";

/** Answers to what is asked about recordings. What pages may ask is about their own tab. */
export function recordingHandlers(
  background: () => Promise<Background>,
): Pick<Handlers, keyof RecordingOutputs> {
  const changing = <I>(act: (parts: Background, input: I) => Promise<unknown>) => {
    return async (input: I): Promise<null> => {
      const parts = await background();
      await act(parts, input);
      parts.platform.changed();
      return null;
    };
  };
  return {
    "recording.ready": async ({ document }, sender) => {
      const { platform, recordings } = await background();
      const answer = await recordings.arrive(tabOf(sender), document);
      if (answer?.opened) platform.changed();
      return answer;
    },
    "recording.look": async (wish, sender) => {
      const { platform, look } = await background();
      if (await look(wish, { tab: tabOf(sender), frame: sender.frame ?? 0 })) platform.changed();
      return null;
    },
    "recording.retake": async (order) => {
      const { platform, takePicture } = await background();
      return takePicture({ ...order, at: platform.now() });
    },

    "recording.state": async () => (await background()).recordings.state(),
    "recording.start": changing(({ recordings }, { tab, into }) => recordings.start(tab, into)),
    "recording.pause": changing(({ recordings }) => recordings.pause()),
    "recording.resume": changing(({ recordings }, { tab }) => recordings.resume(tab)),
    "recording.undo": changing(({ recordings }) => recordings.undo()),
    "recording.remove": changing(({ recordings }, { step }) => recordings.remove(step)),
    "recording.discard": changing(({ recordings }) => recordings.discard()),
    "recording.finish": async () => {
      const { platform, recordings } = await background();
      const made = await recordings.finish();
      platform.changed();
      return made;
    },
  };
}

function tabOf({ tab }: Sender): number {
  if (tab === undefined) throw new UserError("only a page in a tab may ask");
  return tab;
}
