import { useRef, useState } from "preact/hooks";
import { boxBetween, type Corner, type Point } from "../../lib/draft/picture/retouch.ts";
import type { Rect } from "../../lib/model/rect.ts";
import { useWidth } from "../chart/use-width.ts";
import { useI18n } from "../ui/i18n.tsx";
import { PictureBox } from "./picture-box.tsx";
import type { LoadedPicture, PictureModel } from "./picture-model.ts";

/** Less is a click with a shaky hand, in CSS px. */
const MIN_DRAG = 4;

/** What a pointer that is down does. */
type Drag =
  | { does: "draw"; from: Point; to: Point }
  | { does: "move"; last: Point; place: string }
  | { does: "resize"; corner: Corner; last: Point; place: string };

let drags = 0;

/** The picture with what is hidden and cropped, to be changed by pointer or keys. */
export function PictureStage(props: { model: PictureModel; picture: LoadedPicture }) {
  const { t } = useI18n();
  const { model, picture } = props;
  const [place, shown] = useWidth<SVGSVGElement>(picture.width);
  /** Pixels of the picture to one CSS px of the screen. */
  const ratio = picture.width / shown;
  const [drawn, setDrawn] = useState<Rect | null>(null);
  const drag = useRef<Drag | null>(null);
  const { crop, hidden } = model.retouch.value;
  const isCropping = model.mode.value === "crop";
  const chosen = model.chosen.value;

  const pointAt = (event: PointerEvent): Point => {
    const { left, top } = place.current?.getBoundingClientRect() ?? { left: 0, top: 0 };
    return { x: (event.clientX - left) * ratio, y: (event.clientY - top) * ratio };
  };
  const begin = (event: PointerEvent, start: (at: Point) => Drag) => {
    if (event.button !== 0) return;
    event.stopPropagation();
    drag.current = start(pointAt(event));
    place.current?.setPointerCapture(event.pointerId);
  };
  const onMove = (event: PointerEvent) => {
    const now = drag.current;
    if (!now) return;
    const to = pointAt(event);
    if (now.does === "draw") {
      now.to = to;
      setDrawn(isDrag(now, ratio) ? boxBetween(now.from, to, picture) : null);
      return;
    }
    // Whole pixels, and the rest of the way the next time.
    const by = { x: Math.round(to.x - now.last.x), y: Math.round(to.y - now.last.y) };
    now.last = { x: now.last.x + by.x, y: now.last.y + by.y };
    if (now.does === "move") model.move(by, now.place);
    else model.resize(now.corner, by, now.place);
  };
  const onEnd = () => {
    const now = drag.current;
    drag.current = null;
    setDrawn(null);
    if (now?.does !== "draw") return;
    if (isDrag(now, ratio)) model.draw(now.from, now.to);
    else model.choose(null);
  };
  const draw = (event: PointerEvent) => begin(event, (from) => ({ does: "draw", from, to: from }));
  const grips = {
    ratio,
    onMove: (event: PointerEvent) =>
      begin(event, (last) => ({ does: "move", last, place: `drag ${++drags}` })),
    onResize: (event: PointerEvent, corner: Corner) =>
      begin(event, (last) => ({ does: "resize", corner, last, place: `drag ${++drags}` })),
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: there are no field sets in a drawing
    <svg
      ref={place}
      class="retouch"
      viewBox={`0 0 ${picture.width} ${picture.height}`}
      role="group"
      tabindex={-1}
      aria-label={t("picture.stage")}
      onPointerDown={draw}
      onPointerMove={onMove}
      onPointerUp={onEnd}
      onPointerCancel={() => {
        drag.current = null;
        setDrawn(null);
      }}
    >
      <image href={picture.address} width={picture.width} height={picture.height} />
      {hidden.map((box, at) => (
        <PictureBox
          key={at}
          model={model}
          box={box}
          isChosen={!isCropping && chosen === at}
          onChoose={() => model.choose(at)}
          {...(!isCropping && { grips })}
          label={t("picture.area", { number: at + 1, count: hidden.length, ...box })}
        />
      ))}
      <path class="retouch-shade" d={outside(crop, picture)} fill-rule="evenodd" />
      {isCropping && (
        <PictureBox
          model={model}
          box={crop}
          isCrop
          isChosen
          onChoose={() => undefined}
          // As long as nothing is cropped there is nothing to move.
          grips={isWhole(crop, picture) ? { ...grips, onMove: draw } : grips}
          label={t("picture.rest", { ...crop })}
        />
      )}
      {drawn && <rect class="retouch-drawn" {...drawn} vector-effect="non-scaling-stroke" />}
    </svg>
  );
}

function isDrag({ from, to }: { from: Point; to: Point }, ratio: number): boolean {
  return Math.hypot(to.x - from.x, to.y - from.y) >= MIN_DRAG * ratio;
}

function isWhole({ width, height }: Rect, picture: LoadedPicture): boolean {
  return width === picture.width && height === picture.height;
}

function outside({ x, y, width, height }: Rect, picture: LoadedPicture): string {
  const all = `M0 0H${picture.width}V${picture.height}H0Z`;
  return `${all}M${x} ${y}h${width}v${height}h${-width}Z`;
}
