import { render } from "preact";
import { PictureEditor } from "../../../../components/author/picture-editor.tsx";
import { createLanguageModel, I18nProvider } from "../../../../components/ui/i18n.tsx";
import { paintPicture } from "../../../../lib/background/paint-picture.ts";
import type { Retouch } from "../../../../lib/draft/picture/retouch.ts";

/** The editor of a picture in a page of its own; pictures are addresses here. */

const done: ({ asset: string; alt: string } | null)[] = [];

/** A picture in which every pixel tells where it is. */
function drawn(width: number, height: number): string {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const brush = canvas.getContext("2d");
  if (!brush) throw new Error("no canvas");
  brush.fillStyle = "#ffffff";
  brush.fillRect(0, 0, width, height);
  brush.fillStyle = "#1d2a24";
  brush.font = "28px sans-serif";
  for (let y = 40; y < height; y += 50)
    brush.fillText(`Row ${y}: anna@corp.test, 4111 1111`, 30, y);
  return canvas.toDataURL("image/png");
}

async function save(_asset: string, { crop, hidden }: Retouch, address: string): Promise<string> {
  const source = await (await fetch(address)).blob();
  const plan = () => ({ crop, hidden: [...hidden], scale: 1, outlined: false });
  const painted = await paintPicture(source, plan);
  if (!painted) throw new Error("not painted");
  return URL.createObjectURL(new Blob([painted.content], { type: painted.type }));
}

const pictureEditorWorld = {
  open(language: "en" | "ru", alt: string): void {
    const place = document.createElement("main");
    place.id = "app";
    document.body.replaceChildren(place);
    document.documentElement.lang = language;
    const asset = drawn(800, 500);
    render(
      <I18nProvider language={createLanguageModel(localStorage, [language])}>
        <PictureEditor
          asset={asset}
          alt={alt}
          load={async () => asset}
          save={save}
          onDone={(result) => void done.push(result)}
        />
      </I18nProvider>,
      place,
    );
  },
  done: () => done,
  /** Colours at a point of the newest result, and its size. */
  async look(x: number, y: number) {
    const image = new Image();
    image.src = done.at(-1)?.asset ?? "";
    await image.decode();
    const brush = new OffscreenCanvas(image.width, image.height).getContext("2d");
    brush?.drawImage(image, 0, 0);
    const data = brush?.getImageData(x, y, 30, 30).data ?? [];
    const dark = [...data].filter((value, at) => at % 4 === 0 && value < 100).length;
    return { width: image.width, height: image.height, dark };
  },
};

export type PictureEditorWorld = typeof pictureEditorWorld;

Object.assign(globalThis, { pictureEditorWorld });
