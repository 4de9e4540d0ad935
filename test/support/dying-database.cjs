// Loaded before everything else (NODE_OPTIONS): the thread of the embedded database ends when it is asked this.
const { isMainThread, parentPort } = require("node:worker_threads");

if (!isMainThread) {
  parentPort?.on("message", (question) => {
    if (JSON.stringify(question).includes("the database dies")) process.exit(7);
  });
}
