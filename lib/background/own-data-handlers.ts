import type { OwnDataOutputs } from "../message/own-data.ts";
import type { Handlers } from "../message/server.ts";
import type { ConsentAnswer } from "../model/consent.ts";
import { getMeta } from "../store/meta.ts";
import { ANY_HOST } from "../store/person.ts";
import { wipePeople } from "../store/wipe.ts";
import { answerConsent } from "./consent.ts";
import { discardCaptured } from "./drain.ts";
import type { Background } from "./handlers.ts";
import { exportOwnData, journalPage } from "./own-data.ts";
import { publishSites } from "./sites.ts";

/** Answers to what a person allows, and asks about themselves. */
export function ownDataHandlers(
  background: () => Promise<Background>,
  report: (error: unknown) => void,
): Pick<Handlers, keyof OwnDataOutputs> {
  return {
    "consent.say": async ({ answer }, sender) => {
      const parts = await background();
      const { origin, host } = new URL(sender.url);
      if (((await getMeta(parts.store, "sites")) ?? []).includes(origin)) {
        await hearConsent(parts, host, answer);
      }
      return null;
    },
    "consent.set": async ({ answer }) => {
      await hearConsent(await background(), ANY_HOST, answer);
      return null;
    },
    "data.delete": async () => {
      const { platform, store, drain, guides, feed, sync } = await background();
      await guides.closeAll();
      await discardCaptured(platform);
      // What a run that was under way has just stored goes with the rest.
      await drain();
      await wipePeople(store, platform.now());
      await feed.count();
      sync.push(true).catch(report);
      platform.changed();
      return null;
    },
    "data.journal": async ({ before }) => journalPage((await background()).store, before),
    "data.export": async () => {
      const { platform, store, drain, sync } = await background();
      await drain();
      return { json: await exportOwnData(platform, store, sync.network) };
    },
  };
}

/** Pages are told at once; guides on screen go with a refusal. */
async function hearConsent(
  { platform, store, guides, feed, drain }: Background,
  host: string,
  answer: ConsentAnswer,
): Promise<void> {
  // What was captured up to this moment was still under the answer before.
  await drain();
  if (!(await answerConsent(platform, store, host, answer))) return;
  if (answer === "refused") await guides.closeAll();
  await publishSites(platform, store);
  await guides.refresh();
  await feed.count();
  platform.changed();
}
