import { browser } from "wxt/browser";
import { createRecordModel, type RecordPorts } from "../../components/author/record-model.ts";
import { send } from "../../lib/message/browser.ts";
import { allowFrames, unseenFrames } from "../sidepanel/page-frames.ts";
import { authorDrafts, authorPictures } from "./author-drafts.ts";
import "../../components/author/record.css";

/** For as long as the page is open. */
const pictureAddress: RecordPorts["picture"] = async (asset) => {
  const picture = await authorPictures.read(asset);
  return picture ? URL.createObjectURL(new Blob([picture.content], { type: picture.type })) : null;
};

/** Recording as an author steers it from a page of ours; `openEditor` gets the draft that was made or changed. */
export const recorderFor = (openEditor: RecordPorts["openEditor"]) =>
  createRecordModel({
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
    openEditor,
  });
