import type { picture as en } from "../en/picture.ts";
import type { Translation } from "../translation.ts";

export const picture: Translation<typeof en> = {
  "picture.title": "Картинка",
  "picture.sendingTitle": "Картинки",
  "picture.sending": "Отправляются картинки: {done} из {of}",
  "picture.mode": "Что изменить",
  "picture.mode.hide": "Скрыть части",
  "picture.mode.crop": "Обрезать",
  "picture.hint.hide":
    "Обведите то, чего другим видеть нельзя. С клавиатуры: «Скрыть ещё часть», затем стрелки двигают её, Shift со стрелками растягивает, Delete убирает; с Alt — мелкими шагами.",
  "picture.hint.crop":
    "Обведите то, что должно остаться, или потяните за углы. С клавиатуры: стрелки двигают рамку, Shift со стрелками растягивает; с Alt — мелкими шагами.",
  "picture.add": "Скрыть ещё часть",
  "picture.remove": "Убрать",
  "picture.uncrop": "Вся картинка",
  "picture.undo": "Отменить",
  "picture.redo": "Вернуть",
  "picture.enlarge": "Крупнее",
  "picture.shrink": "По ширине",
  "picture.stage": "Картинка",
  "picture.area": "Скрытая часть {number} из {count}: {width} × {height}, место {x}, {y}",
  "picture.rest": "Останется: {width} × {height}, место {x}, {y}",
  "picture.alt": "Что на ней",
  "picture.altHint": "Это прочитают вслух тем, кто её не видит.",
  "picture.altMissing": "Скажите в нескольких словах, что на картинке.",
  "picture.save": "Взять эту картинку",
  "picture.burnt":
    "Скрытое исчезает из картинки навсегда. Пока вы не опубликуете, картинка остаётся на этом устройстве.",
  "picture.noPicture":
    "Картинку нельзя показать: её нет ни на этом устройстве, ни пока на сервере.",
  "picture.notSaved": "Изменить картинку не удалось.",
};
