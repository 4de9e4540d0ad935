import { computed, signal } from "@preact/signals";
import { ASSET_LIMITS, AssetType } from "../../lib/model/asset.ts";
import type { Ask } from "../ports.ts";
import type { EditorPictures } from "./ports.ts";
import { uploadPictures } from "./upload-pictures.ts";

/** A picture as it is kept on this device. */
export interface LocalPicture {
  asset: string;
  type: AssetType;
  content: ArrayBuffer;
  width: number;
  height: number;
  scale: number;
}

export interface PicturePorts {
  ask: Ask;
  fetch: typeof fetch;
  read(asset: string): Promise<LocalPicture | undefined>;
  keep(picture: LocalPicture): Promise<void>;
  /** Its size in pixels; null if the browser cannot read it. */
  measure(file: Blob): Promise<{ width: number; height: number } | null>;
  retouch: EditorPictures["retouch"];
}

/** Pictures that guides name: of this device, of the bundle, or of the server. */
export function createEditorPictures(ports: PicturePorts): EditorPictures {
  /** Addresses that were made here, as long as the page is open. */
  const made = new Map<string, Promise<string | null>>();
  const sending = signal<{ done: number; of: number } | null>(null);

  async function addressOf(asset: string): Promise<string | null> {
    const here = await ports.read(asset);
    if (here) return URL.createObjectURL(new Blob([here.content], { type: here.type }));
    const published = await ports.ask("asset.get", { asset });
    if (published.ok && published.value !== null) return published.value;
    const session = await ports.ask("console.session", {});
    if (!session.ok || !session.value) return null;
    const { server, token } = session.value;
    try {
      const answer = await ports.fetch(`${server}/v1/assets/${asset}`, {
        headers: { Authorization: `Bearer ${token}` },
        credentials: "omit",
      });
      return answer.ok ? URL.createObjectURL(await answer.blob()) : null;
    } catch {
      // Offline: its words stand in its place.
      return null;
    }
  }

  return {
    address(asset) {
      const known = made.get(asset) ?? addressOf(asset);
      made.set(asset, known);
      return known;
    },
    async add(file) {
      const type = AssetType.safeParse(file.type);
      if (!type.success || file.size > ASSET_LIMITS.bytes) return null;
      const size = await ports.measure(file);
      if (!size || Math.max(size.width, size.height) > ASSET_LIMITS.side) return null;
      if (size.width * size.height > ASSET_LIMITS.pixels) return null;
      const content = await file.arrayBuffer();
      const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
      const asset = [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
      await ports.keep({ asset, type: type.data, content, ...size, scale: 1 });
      made.delete(asset);
      return asset;
    },
    retouch: ports.retouch,
    sending: computed(() => sending.value),
    async upload(session, assets) {
      const onProgress = (done: number, of: number) => {
        sending.value = { done, of };
      };
      const { fetch, read } = ports;
      const sent = await uploadPictures(session, assets, { fetch, read, onProgress });
      sending.value = null;
      return sent;
    },
  };
}
