import { cp } from "node:fs/promises";

/** Names the data folder of a server that has just been started for the first time. */
export const TEMPLATE = "WAYMARK_TEST_TEMPLATE";

/** Fills an empty data folder for a server that is to start with a new workspace. */
export async function fillDataDir(folder: string): Promise<void> {
  const template = process.env[TEMPLATE];
  if (template) await cp(template, folder, { recursive: true });
}
