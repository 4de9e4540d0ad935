import type { LocalPicture } from "../../components/author/editor-pictures.ts";
import type { Drafts } from "../../components/author/ports.ts";
import { paintPicture } from "../../lib/background/paint-picture.ts";
import { createRetouching } from "../../lib/background/retouch-picture.ts";
import type { Retouch } from "../../lib/draft/picture/retouch.ts";
import { type AuthoringStore, openAuthoring } from "../../lib/store/authoring/database.ts";
import {
  listDrafts,
  readDraft,
  removeDraft,
  writeDraft,
} from "../../lib/store/authoring/drafts.ts";

let opened: Promise<AuthoringStore> | undefined;
const store = () => {
  opened ??= openAuthoring();
  return opened;
};

/** Drafts of this device. */
export const authorDrafts: Drafts = {
  list: async () => listDrafts(await store()),
  read: async (id) => readDraft(await store(), id),
  write: async (draft, known) => writeDraft(await store(), draft, known),
  remove: async (id) => removeDraft(await store(), id),
};

/** Pictures of this device. */
export const authorPictures = {
  read: async (asset: string) => (await store()).get("pictures", asset),
  keep: async (picture: LocalPicture) => {
    await (await store()).put("pictures", { ...picture, madeAt: Date.now() });
  },
  retouch: async (asset: string, retouch: Retouch, address: string) => {
    const ports = { store: await store(), paint: paintPicture, now: () => Date.now() };
    return createRetouching(ports)(asset, retouch, address);
  },
  measure: async (file: Blob) => {
    const bitmap = await createImageBitmap(file).catch(() => null);
    const size = bitmap && { width: bitmap.width, height: bitmap.height };
    bitmap?.close();
    return size;
  },
};
