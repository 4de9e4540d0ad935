import type { Retouch } from "../draft/picture/retouch.ts";
import { overlap } from "../model/rect.ts";
import type { AuthoringStore } from "../store/authoring/database.ts";
import { keepPicture, readPicture } from "../store/authoring/pictures.ts";
import type { PicturePorts } from "./pictures.ts";

/** For the editor's page: how a picture becomes another one. The first stays what it was, for who undoes that. P13. */
export function createRetouching(ports: {
  store: AuthoringStore;
  paint: PicturePorts["paint"];
  /** Epoch ms. */
  now(): number;
}) {
  const { store, paint, now } = ports;
  /** The name of the new picture. `address`: where the page shows the old one from; used if it is not on this device. */
  return async (asset: string, { crop, hidden }: Retouch, address: string): Promise<string> => {
    const known = await readPicture(store, asset);
    const source = known
      ? new Blob([known.content], { type: known.type })
      : await (await fetch(address)).blob();
    const target = known?.target && overlap(known.target, crop);
    const painted = await paint(source, () => ({
      crop,
      hidden: hidden.flatMap((box) => overlap(box, crop) ?? []),
      scale: known?.scale ?? 1,
      ...(target && { target }),
      outlined: false,
    }));
    if (!painted) throw new Error("the picture was not painted");
    return keepPicture(store, { ...painted, madeAt: now() });
  };
}
