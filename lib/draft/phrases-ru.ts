import type { Phrases } from "./phrase-book.ts";

const quoted = (text: string) => `«${text}»`;

const CLICKS = {
  left: "Нажмите",
  middle: "Нажмите колёсиком",
  right: "Нажмите правой кнопкой",
} as const;

export const ru: Phrases = {
  click({ button, double }, name) {
    const verb = double ? "Дважды нажмите" : CLICKS[button];
    return name ? `${verb} ${quoted(name)}` : `${verb} здесь`;
  },
  input: (name) => (name ? `Заполните поле ${quoted(name)}` : "Заполните это поле"),
  choose(option, name) {
    if (!option) return "Выберите значение";
    return name
      ? `Выберите ${quoted(option)} в поле ${quoted(name)}`
      : `Выберите ${quoted(option)}`;
  },
  key: (keys, name) => (name ? `Нажмите ${keys} в поле ${quoted(name)}` : `Нажмите ${keys}`),
  drag(name, to) {
    const what = name ? quoted(name) : "это";
    return to ? `Перетащите ${what} в ${quoted(to)}` : `Перетащите ${what} на место`;
  },
  navigate: (page, newTab) =>
    newTab ? `Продолжите в новой вкладке ${quoted(page)}` : `Откройте ${quoted(page)}`,
  enter: "Введите:",
  value: "ваше значение",
  guide: "Инструкция",
};
