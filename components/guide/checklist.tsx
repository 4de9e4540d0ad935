import type { Commands, ItemView, View } from "../../lib/tour/view.ts";
import { Actions } from "./actions.tsx";
import { directionOf } from "./direction.ts";
import { NotNow } from "./footer.tsx";
import type { Labels } from "./labels.ts";
import type { Pictures } from "./picture.tsx";
import { RichTextView } from "./rich-text.tsx";

interface ChecklistProps {
  view: View;
  labels: Labels;
  commands: Commands;
  pictures: Pictures;
}

/** A button that says how far the person is, and the list that it opens. */
export function Checklist(props: ChecklistProps) {
  const { view, labels, commands } = props;
  const { at, of, title, lang } = view;
  const folded = view.mode === "folded";
  return (
    <div class="dock" lang={lang} dir={directionOf(lang)}>
      <button
        type="button"
        class="launcher"
        data-command="open"
        aria-haspopup="dialog"
        aria-expanded={folded ? "false" : "true"}
        onClick={folded ? commands.open : commands.fold}
      >
        <Ring share={at / of} />
        <span class="name">{title}</span>{" "}
        <span class="progress" lang={labels.lang} dir="auto">
          {at === of ? labels.allDone : labels.progress(at, of)}
        </span>
      </button>
      {!folded && <List {...props} />}
    </div>
  );
}

function List({ view, labels, commands, pictures }: ChecklistProps) {
  const { at, of, title, items } = view;
  const { lang } = labels;
  return (
    <div
      class="card"
      data-kind="checklist"
      role="dialog"
      aria-labelledby="title"
      aria-describedby="progress"
      tabIndex={-1}
    >
      <div class="head">
        <h2 id="title">{title}</h2>
        <button
          type="button"
          class="close"
          lang={lang}
          aria-label={labels.fold}
          onClick={commands.fold}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="m3 6 5 5 5-5" />
          </svg>
        </button>
      </div>
      <p class="progress" id="progress" lang={lang} dir="auto">
        {at === of ? labels.allDone : labels.doneOf(at, of)}
      </p>
      <div class="body" id="body">
        <ul class="items">
          {items.map((item) => (
            <Item
              key={item.id}
              item={item}
              labels={labels}
              commands={commands}
              pictures={pictures}
            />
          ))}
        </ul>
      </div>
      <div class="footer" lang={lang}>
        <span class="buttons">
          {at === of ? (
            <button type="button" class="next" onClick={commands.dismiss}>
              {labels.gotIt}
            </button>
          ) : (
            <>
              <button type="button" class="back" onClick={commands.dismiss}>
                {labels.noMore}
              </button>
              <NotNow labels={labels} commands={commands} />
            </>
          )}
        </span>
      </div>
    </div>
  );
}

function Item({
  item: { title, body, done, actions },
  labels,
  ...rest
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
          <RichTextView text={body} labels={labels} pictures={rest.pictures} />
          <Actions actions={actions} labels={labels} commands={rest.commands} />
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
