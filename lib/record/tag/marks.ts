import { boxOf } from "../../anchor/dom/safe.ts";
import { isVisible } from "../../anchor/dom/visible.ts";

/** More would hide what they are about. */
const MAX_MARKS = 100;

/** Boxes around elements of the page, in our own root. Call `draw` again after anything has moved. */
export function createMarks(root: ShadowRoot) {
  const layer = document.createElement("div");
  layer.className = "marks";
  root.append(layer);
  let chosen: Element | undefined;
  let alike: readonly Element[] = [];

  const draw = () => {
    const others = alike.filter((one) => one !== chosen && isVisible(one));
    const all = [...others, ...(chosen ? [chosen] : [])];
    layer.replaceChildren(
      ...all.slice(-MAX_MARKS).map((element) => {
        const { left, top, width, height } = boxOf(element);
        const box = document.createElement("div");
        box.className = element === chosen ? "chosen" : "alike";
        Object.assign(box.style, {
          translate: `${left}px ${top}px`,
          width: `${width}px`,
          height: `${height}px`,
        });
        return box;
      }),
    );
  };

  return {
    draw,
    /** The element that would be picked, and those that its rule would match as well. */
    show(element: Element | undefined, matched: readonly Element[]): void {
      chosen = element;
      alike = matched;
      draw();
    },
  };
}
