import { localize } from "../model/locale.ts";

/**
 * The words of the cards themselves; what a guide says is written by its author. They go to the page in the one
 * language it needs. Places for values are in braces.
 */
export interface Labels {
  /** Their language, which may differ from that of the guide. */
  lang: string;
  next: string;
  done: string;
  gotIt: string;
  back: string;
  notNow: string;
  close: string;
  /** `at`, `of`. */
  progress: string;
  /** Spoken before the title of a step: `at`, `of`. */
  step: string;
  awaits: { click: string; input: string; until: string };
  waiting: string;
  /** `count` elements are equally like the one that is meant. */
  several: string;
  /** Among `count` the person chooses. */
  choose: string;
  obstacles: { covered: string; disabled: string };
  /** Asked of an element that is only likely. */
  isThisIt: string;
  yes: string;
  no: string;
  send: string;
  skip: string;
  noAnswer: string;
  /** Name of the place where a guide can be opened: `title`. */
  hint: string;
  newTab: string;
  /** Spoken of a checklist: `title`, `at`, `of`. */
  checklist: string;
  allDone: string;
  fold: string;
  /** Never again, of a checklist and of a warning. */
  noMore: string;
  noWarning: string;
}

const en: Labels = {
  lang: "en",
  next: "Next",
  done: "Done",
  gotIt: "Got it",
  back: "Back",
  notNow: "Not now",
  close: "Close",
  progress: "{at} of {of}",
  step: "Step {at} of {of}",
  awaits: {
    click: "Click the highlighted spot to continue",
    input: "Fill in the highlighted field to continue",
    until: "Do it on the page to continue",
  },
  waiting: "This step waits for a part of the page that is not here yet.",
  choose: "There are {count} of these: choose yours.",
  several: "There are {count} here that look the same, so none is pointed at.",
  obstacles: {
    covered: "It is covered by something right now.",
    disabled: "It cannot be used yet.",
  },
  isThisIt: "Is this the one?",
  yes: "Yes",
  no: "No",
  send: "Send",
  skip: "Skip",
  noAnswer: "There is no answer yet.",
  hint: "Hint: {title}",
  newTab: "opens in a new tab",
  checklist: "{title}: {at} of {of} done",
  allDone: "All done",
  fold: "Collapse",
  noMore: "Don't show again",
  noWarning: "Don't warn me again",
};

const ru: Labels = {
  lang: "ru",
  next: "Далее",
  done: "Готово",
  gotIt: "Понятно",
  back: "Назад",
  notNow: "Не сейчас",
  close: "Закрыть",
  progress: "{at} из {of}",
  step: "Шаг {at} из {of}",
  awaits: {
    click: "Нажмите на выделенное место, чтобы продолжить",
    input: "Заполните выделенное поле, чтобы продолжить",
    until: "Сделайте это на странице, чтобы продолжить",
  },
  waiting: "Этот шаг ждёт часть страницы, которой пока нет.",
  choose: "Таких здесь несколько ({count}): выберите свой.",
  several: "Здесь несколько одинаковых ({count}), поэтому ни один не выделен.",
  obstacles: {
    covered: "Сейчас это чем-то закрыто.",
    disabled: "Пока этим нельзя воспользоваться.",
  },
  isThisIt: "Это здесь?",
  yes: "Да",
  no: "Нет",
  send: "Отправить",
  skip: "Пропустить",
  noAnswer: "Ответа пока нет.",
  hint: "Подсказка: {title}",
  newTab: "откроется в новой вкладке",
  checklist: "{title}: готово {at} из {of}",
  allDone: "Всё готово",
  fold: "Свернуть",
  noMore: "Не показывать",
  noWarning: "Больше не предупреждать",
};

export function labelsFor(locales: readonly string[]): Labels {
  return localize({ en, ru }, locales);
}
