import { browser } from "wxt/browser";
import { createRecordModel, type RecordPorts } from "../../components/author/record-model.ts";
import { send } from "../../lib/message/browser.ts";
import { authorDrafts, authorPictures } from "../editor/author-drafts.ts";
import { allowFrames, unseenFrames } from "./page-frames.ts";
import "../../components/author/record.css";

/** For as long as the page is open. */
const pictureAddress: RecordPorts["picture"] = async (asset) => {
  const picture = await authorPictures.read(asset);
  return picture ? URL.createObjectURL(new Blob([picture.content], { type: picture.type })) : null;
};

export const record = createRecordModel({
  ask: send,
  allow: (pattern) => browser.permissions.request({ origins: [pattern] }),
  isAllowed: (pattern) => browser.permissions.contains({ origins: [pattern] }),
  unseenFrames,
  allowFrames,
  picture: pictureAddress,
  places: async () => {
    const drafts = await authorDrafts.list();
    return drafts.map(({ guide: { id: guide, name, steps } }) => ({ guide, name, steps }));
  },
  openEditor: (guide) =>
    void browser.tabs.create({ url: `/editor.html?guide=${encodeURIComponent(guide)}` }),
});
