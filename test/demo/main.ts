import { inviteColleagues, inviteCustomers } from "./colleagues.ts";
import { explainFailure } from "./failure.ts";
import { openGallery, shootPages } from "./gallery.ts";
import { readOptions, USAGE } from "./options.ts";
import { createProgress } from "./progress.ts";
import { showReceived } from "./received.ts";
import { playTour } from "./scripted.ts";
import { type Stage, setStage } from "./stage.ts";
import { leaveToThePerson } from "./visible.ts";

/**
 * `npm run demo`: Waymark end to end on a real host app. The exit code is 0 only if the activation signal is in the
 * server's database, or, with a visible browser, when the person ends it.
 */
const stops: (() => Promise<void>)[] = [];
let stopping: Promise<void> | undefined;

/** Last started, first ended; what cannot be ended is told and does not keep the rest. */
function stopAll(): Promise<void> {
  stopping ??= (async () => {
    for (const stop of stops.reverse()) {
      await stop().catch((error: Error) => console.error(`While ending: ${error.message}`));
    }
  })();
  return stopping;
}

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    console.log("\nEnding …");
    void stopAll().then(() => process.exit(signal === "SIGINT" ? 130 : 143));
  });
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const progress = createProgress();
  const gallery = await openGallery(options.output);
  const start = performance.now();
  let stage: Stage | undefined;
  try {
    stage = await setStage(options, progress, (stop) => stops.push(stop));
    if (options.visible) {
      await inviteCustomers(stage, progress);
      return await leaveToThePerson(stage, progress);
    }
    await playTour(stage, progress, gallery, options.locale);
    await showReceived(stage, progress);
    await inviteColleagues(stage, progress);
    await inviteCustomers(stage, progress);
    await shootPages(stage, progress, gallery);
    const seconds = ((performance.now() - start) / 1000).toFixed(0);
    progress.heading(`Done in ${seconds} s. Screenshots are in ${gallery.folder}/`);
  } catch (error) {
    if (stopping) return;
    process.exitCode = 1;
    const { message, cause } = error as Error;
    console.error(`\nThe demo failed at: ${message}\n${(cause as Error | undefined)?.stack ?? ""}`);
    if (stage) await explainFailure(stage, gallery, console.error);
  } finally {
    await stopAll();
  }
}

if (process.argv.includes("--help")) console.log(USAGE);
else await main();
