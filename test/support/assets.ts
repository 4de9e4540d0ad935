import type { Asset } from "../../lib/model/asset.ts";
import type { WaymarkServer } from "./server-process.ts";

/** Sends a picture to a server and answers with its name. */
export async function sendPicture(server: WaymarkServer, bytes: Buffer): Promise<string> {
  const answer = await fetch(`${server.url}/v1/assets`, {
    method: "POST",
    headers: { authorization: `Bearer ${server.adminToken}`, "content-type": "image/png" },
    body: new Uint8Array(bytes),
  });
  if (!answer.ok) throw new Error(`the picture was refused: ${await answer.text()}`);
  return ((await answer.json()) as Asset).asset;
}
