import type { PictureWish } from "../../message/recording.ts";
import type { AuthoringStore } from "../../store/authoring/database.ts";
import { givePicture, openRecording } from "../../store/authoring/recordings.ts";
import type { TakePicture } from "../pictures.ts";

/** Whether there is a picture now of what was pressed in a tab that is recorded. */
export type Look = (wish: PictureWish, from: { tab: number; frame: number }) => Promise<boolean>;

/** Takes the pictures of a recording's steps. W3, W4, P3. */
export function createLook(store: AuthoringStore, takePicture: TakePicture): Look {
  return async ({ step, target, at }, { tab, frame }) => {
    const recording = await openRecording(store);
    if (recording?.state !== "recording" || !recording.tabs.includes(tab)) return false;
    const picture = await takePicture({ tab, frame, target, at });
    if (picture === null) return false;
    await givePicture(store, { recording: recording.id, step, picture });
    return true;
  };
}
