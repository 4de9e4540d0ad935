import { ensureBrowser } from "./install-browser.ts";

/** Command line: makes sure that a browser is there and says which one will be used. */
try {
  const { path, from } = await ensureBrowser();
  console.log(`Browser: ${path} (${from})`);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
