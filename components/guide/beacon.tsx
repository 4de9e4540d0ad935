import { directionOf } from "../../lib/model/direction.ts";
import type { Labels } from "../../lib/tour/labels.ts";
import type { Commands, View } from "../../lib/tour/view.ts";
import { say } from "./say.ts";

interface BeaconProps {
  view: View;
  labels: Labels;
  commands: Commands;
}

/** The spot from which a hotspot is opened and folded. */
export function Beacon({ view, labels, commands }: BeaconProps) {
  const folded = view.mode === "folded";
  return (
    <button
      type="button"
      class="beacon"
      data-command="open"
      lang={view.lang}
      dir={directionOf(view.lang)}
      aria-label={say(labels.hint, view)}
      aria-haspopup="dialog"
      aria-expanded={folded ? "false" : "true"}
      onClick={folded ? commands.open : commands.fold}
    />
  );
}
