import type { Labels } from "../../lib/tour/labels.ts";
import type { ActionView, Commands } from "../../lib/tour/view.ts";
import { ExternalLink } from "./external-link.tsx";

interface ActionsProps {
  actions: readonly ActionView[];
  labels: Labels;
  commands: Commands;
}

/** Further ways on: out of the guide, or to another one. */
export function Actions({ actions, labels, commands }: ActionsProps) {
  if (actions.length === 0) return null;
  return (
    <p class="actions">
      {actions.map((action) =>
        action.type === "link" ? (
          <ExternalLink key={action.href} class="action" href={action.href} labels={labels}>
            {action.label}
          </ExternalLink>
        ) : (
          <button
            key={action.guide}
            type="button"
            class="action"
            onClick={() => commands.start(action.guide)}
          >
            {action.label}
          </button>
        ),
      )}
    </p>
  );
}
