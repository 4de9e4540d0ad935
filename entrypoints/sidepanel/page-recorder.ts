import { browser } from "wxt/browser";
import { createRecordModel, type RecordPorts } from "../../components/author/record-model.ts";
import { send } from "../../lib/message/browser.ts";
import { openAuthoring } from "../../lib/store/authoring/database.ts";
import { readPicture } from "../../lib/store/authoring/pictures.ts";
import "../../components/author/record.css";

/** For as long as the page is open. */
const pictureAddress: RecordPorts["picture"] = async (asset) => {
  const store = await openAuthoring();
  try {
    const picture = await readPicture(store, asset);
    if (!picture) return null;
    return URL.createObjectURL(new Blob([picture.content], { type: picture.type }));
  } finally {
    store.close();
  }
};

export const record = createRecordModel({
  ask: send,
  allow: (pattern) => browser.permissions.request({ origins: [pattern] }),
  isAllowed: (pattern) => browser.permissions.contains({ origins: [pattern] }),
  picture: pictureAddress,
  openEditor: (guide) =>
    void browser.tabs.create({ url: `/editor.html?guide=${encodeURIComponent(guide)}` }),
});
