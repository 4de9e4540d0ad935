import { localize } from "../../lib/model/locale.ts";

/** The words of the cards themselves; what a guide says is written by its author. */
export interface Labels {
  /** Their language, which may differ from that of the guide. */
  lang: string;
  next: string;
  done: string;
  gotIt: string;
  back: string;
  notNow: string;
  close: string;
  progress(at: number, of: number): string;
  /** Spoken before the title of a step. */
  step(at: number, of: number): string;
  awaits: { click: string; input: string; until: string };
  waiting: string;
  send: string;
  skip: string;
  noAnswer: string;
  /** Name of the place where a guide can be opened. */
  hint(title: string): string;
  newTab: string;
}

const en: Labels = {
  lang: "en",
  next: "Next",
  done: "Done",
  gotIt: "Got it",
  back: "Back",
  notNow: "Not now",
  close: "Close",
  progress: (at, of) => `${at} of ${of}`,
  step: (at, of) => `Step ${at} of ${of}`,
  awaits: {
    click: "Click the highlighted spot to continue",
    input: "Fill in the highlighted field to continue",
    until: "Do it on the page to continue",
  },
  waiting: "This step waits for a part of the page that is not here yet.",
  send: "Send",
  skip: "Skip",
  noAnswer: "There is no answer yet.",
  hint: (title) => `Hint: ${title}`,
  newTab: "opens in a new tab",
};

const ru: Labels = {
  lang: "ru",
  next: "Далее",
  done: "Готово",
  gotIt: "Понятно",
  back: "Назад",
  notNow: "Не сейчас",
  close: "Закрыть",
  progress: (at, of) => `${at} из ${of}`,
  step: (at, of) => `Шаг ${at} из ${of}`,
  awaits: {
    click: "Нажмите на выделенное место, чтобы продолжить",
    input: "Заполните выделенное поле, чтобы продолжить",
    until: "Сделайте это на странице, чтобы продолжить",
  },
  waiting: "Этот шаг ждёт часть страницы, которой пока нет.",
  send: "Отправить",
  skip: "Пропустить",
  noAnswer: "Ответа пока нет.",
  hint: (title) => `Подсказка: ${title}`,
  newTab: "откроется в новой вкладке",
};

export function labelsFor(locales: readonly string[]): Labels {
  return localize({ en, ru }, locales);
}
