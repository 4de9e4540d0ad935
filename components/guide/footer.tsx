import type { Labels } from "../../lib/tour/labels.ts";
import type { Commands, View } from "../../lib/tour/view.ts";
import { say } from "./say.ts";

interface FooterProps {
  view: View;
  labels: Labels;
  commands: Commands;
}

/** Kinds that lead nowhere: nothing has to be done to continue. */
const FREE: ReadonlySet<View["kind"]> = new Set(["hotspot", "hint"]);

/** A warning asks for nothing: it goes as the person goes on. */
export function NoMore({ labels, commands }: Pick<FooterProps, "labels" | "commands">) {
  return (
    <div class="footer" lang={labels.lang}>
      <span class="buttons">
        <button type="button" class="back" onClick={commands.dismiss}>
          {labels.noWarning}
        </button>
      </span>
    </div>
  );
}

/** How far the tour is and what leads on: a button, or what the person does in the page. */
export function Footer({ view, labels, commands }: FooterProps) {
  const { at, of, awaits, canGoBack, note } = view;
  const { lang } = labels;
  return (
    <>
      {awaits !== "next" && !note && !FREE.has(view.kind) && (
        <p class="hint" lang={lang}>
          {labels.awaits[view.pointing ? awaits : "until"]}
        </p>
      )}
      {(of > 1 || awaits === "next") && (
        <div class="footer" lang={lang}>
          {of > 1 && (
            <span class="progress" dir="auto">
              {say(labels.progress, { at, of })}
            </span>
          )}
          {of > 1 && at < of && <NotNow labels={labels} commands={commands} />}
          <span class="buttons">
            {canGoBack && (
              <button type="button" class="back" data-command="back" onClick={commands.back}>
                {labels.back}
              </button>
            )}
            {awaits === "next" && (
              <button type="button" class="next" data-command="advance" onClick={commands.advance}>
                {nextLabel(view, labels)}
              </button>
            )}
          </span>
        </div>
      )}
    </>
  );
}

/** Puts off what has more than one step. */
export function NotNow({ labels, commands }: Pick<FooterProps, "labels" | "commands">) {
  return (
    <button type="button" class="back" data-command="snooze" onClick={commands.snooze}>
      {labels.notNow}
    </button>
  );
}

function nextLabel({ at, of }: View, labels: Labels): string {
  if (of === 1) return labels.gotIt;
  return at === of ? labels.done : labels.next;
}
