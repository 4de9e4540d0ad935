import { directionOf } from "../../lib/model/direction.ts";
import type { Labels } from "../../lib/tour/labels.ts";
import type { Commands, ItemView, View } from "../../lib/tour/view.ts";
import { Actions } from "./actions.tsx";
import { NotNow } from "./footer.tsx";
import type { Pictures } from "./picture.tsx";
import { RichTextView } from "./rich-text.tsx";
import { say } from "./say.ts";

export interface ChecklistProps {
  view: View;
  labels: Labels;
  commands: Commands;
  pictures: Pictures;
}

/** The button that says how far the person is and opens and folds the list. */
export function Launcher({ view, labels, commands }: ChecklistProps) {
  const { at, of, title, lang } = view;
  const folded = view.mode === "folded";
  return (
    <button
      type="button"
      class="launcher"
      data-command="open"
      lang={lang}
      dir={directionOf(lang)}
      aria-haspopup="dialog"
      aria-expanded={folded ? "false" : "true"}
      onClick={folded ? commands.open : commands.fold}
    >
      <Ring share={at / of} />
      <span class="name">{title}</span> <Progress view={view} labels={labels} />
    </button>
  );
}

export function Progress({ view: { at, of }, labels }: Pick<ChecklistProps, "view" | "labels">) {
  return (
    <span class="progress" lang={labels.lang} dir="auto">
      {at === of ? labels.allDone : say(labels.progress, { at, of })}
    </span>
  );
}

export function Items({ view, ...rest }: ChecklistProps) {
  return (
    <ul class="items">
      {view.items.map((item) => (
        <Item key={item.id} item={item} {...rest} />
      ))}
    </ul>
  );
}

/** What can be done with the whole list. */
export function ListFooter({ view, labels, commands }: Omit<ChecklistProps, "pictures">) {
  const [finished, { lang }] = [view.at === view.of, labels];
  return (
    <div class="footer" lang={lang}>
      <Progress view={view} labels={labels} />
      <span class="buttons">
        <button type="button" class={finished ? "next" : "back"} onClick={commands.dismiss}>
          {finished ? labels.gotIt : labels.noMore}
        </button>
        {!finished && <NotNow labels={labels} commands={commands} />}
      </span>
    </div>
  );
}

function Item({
  item: { title, body, done, actions },
  labels,
  commands,
  pictures,
}: Omit<ChecklistProps, "view"> & { item: ItemView }) {
  return (
    <li class="item" data-done={done}>
      <Ring share={done ? 1 : 0} />
      <span class="name">{title}</span>
      {done ? (
        <span class="progress" lang={labels.lang}>
          {labels.done}
        </span>
      ) : (
        <div class="more">
          <RichTextView text={body} labels={labels} pictures={pictures} />
          <Actions actions={actions} labels={labels} commands={commands} />
        </div>
      )}
    </li>
  );
}

/** How much is done, as a part of a circle; a tick in it when all is. */
function Ring({ share }: { share: number }) {
  return (
    <svg class="share" viewBox="0 0 20 20" aria-hidden="true">
      <circle cx="10" cy="10" r="8.5" />
      <circle cx="10" cy="10" r="8.5" pathLength="1" stroke-dasharray={`${share} 2`} />
      {share === 1 && <path d="m6 10.5 2.7 2.7 5.3-6" />}
    </svg>
  );
}
