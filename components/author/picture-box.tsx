import { useEffect, useRef } from "preact/hooks";
import type { Corner, Point } from "../../lib/draft/picture/retouch.ts";
import type { Rect } from "../../lib/model/rect.ts";
import type { PictureModel } from "./picture-model.ts";

/** How a box is taken hold of. */
export interface Grips {
  /** Pixels of the picture to one CSS px of the screen. */
  ratio: number;
  onMove(event: PointerEvent): void;
  onResize(event: PointerEvent, corner: Corner): void;
}

const CORNERS: readonly Corner[] = ["tl", "tr", "br", "bl"];
/** CSS px. */
const DOT = 5;
const REACH = 12;
const STEP = 10;

const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** A part of the picture that can be moved and stretched; without grips it is only seen. */
export function PictureBox(props: {
  model: PictureModel;
  box: Rect;
  label: string;
  isChosen: boolean;
  isCrop?: boolean;
  onChoose: () => void;
  grips?: Grips;
}) {
  const { model, box, grips, isChosen, isCrop } = props;
  const place = useRef<SVGGElement>(null);
  useEffect(() => {
    if (isChosen && grips && !isCrop) place.current?.focus();
  }, [isChosen]);
  const look = isCrop ? "retouch-crop" : isChosen ? "retouch-box chosen" : "retouch-box";
  const shape = <rect class={look} {...box} vector-effect="non-scaling-stroke" />;
  if (!grips) return shape;

  const onKeyDown = (event: KeyboardEvent) => {
    const arrow = ARROWS[event.key];
    if (arrow) {
      const step = Math.max(1, Math.round((event.altKey ? 1 : STEP) * grips.ratio));
      const by = { x: arrow.x * step, y: arrow.y * step };
      if (event.shiftKey) model.resize("br", by, "keys");
      else model.move(by, "keys");
    } else if (!isCrop && (event.key === "Delete" || event.key === "Backspace")) {
      place.current?.ownerSVGElement?.focus();
      model.remove();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: there are no buttons in a drawing
    <g
      ref={place}
      class="retouch-grip"
      role="button"
      tabindex={0}
      aria-label={props.label}
      aria-pressed={isCrop ? undefined : isChosen}
      onFocus={props.onChoose}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        props.onChoose();
        grips.onMove(event);
      }}
    >
      {shape}
      {isChosen &&
        CORNERS.map((corner) => <Dot key={corner} corner={corner} {...{ box, grips }} />)}
    </g>
  );
}

function Dot(props: { corner: Corner; box: Rect; grips: Grips }) {
  const { corner, box, grips } = props;
  const x = box.x + (corner.endsWith("r") ? box.width : 0);
  const y = box.y + (corner.startsWith("b") ? box.height : 0);
  return (
    <g class={`retouch-${corner}`} onPointerDown={(event) => grips.onResize(event, corner)}>
      <circle cx={x} cy={y} r={REACH * grips.ratio} fill="transparent" />
      <circle
        class="retouch-dot"
        cx={x}
        cy={y}
        r={DOT * grips.ratio}
        vector-effect="non-scaling-stroke"
      />
    </g>
  );
}
