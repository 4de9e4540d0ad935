import { createLog } from "./log.ts";
import { readSettings } from "./settings.ts";
import { start } from "./start.ts";

/** The server as a process: the environment sets it up, a signal ends it. `clock` gives epoch ms. */
export async function run(clock: () => number): Promise<void> {
  const log = createLog((line) => process.stderr.write(`${line}\n`), clock);
  try {
    // What watches over the process starts it again; until then devices keep what they have.
    const onLost = (error: Error) => {
      log.error("the embedded database ended, and the server with it", error);
      process.exit(1);
    };
    const stop = await start(readSettings(process.env), { clock, log, onLost });
    stopOnSignal(stop, (error) => log.error("could not stop cleanly", error));
  } catch (error) {
    process.stderr.write(`Waymark cannot start: ${(error as Error).message}\n`);
    process.exit(1);
  }
}

function stopOnSignal(stop: () => Promise<void>, report: (error: unknown) => void): void {
  let stopping = false;
  const onSignal = () => {
    if (stopping) process.exit(1);
    stopping = true;
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        report(error);
        process.exit(1);
      },
    );
  };
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);
}
