import type { rich as english } from "../en/rich-text.ts";
import type { Translation } from "../translation.ts";

export const rich: Translation<typeof english> = {
  "rich.tools": "Стиль текста",
  "rich.strong": "Жирный",
  "rich.emphasis": "Курсив",
  "rich.code": "Код",
  "rich.heading": "Заголовок",
  "rich.bullets": "Маркеры",
  "rich.numbers": "Нумерация",
  "rich.link": "Ссылка",
  "rich.variable": "Слово о человеке",
  "rich.image": "Картинка",
  "rich.imageRefused":
    "Этот файл не подходит: нужна картинка PNG, JPEG, WebP или GIF не больше 1 МБ, 4096 пикселей по стороне и 8 мегапикселей.",
  "rich.address": "Адрес",
  "rich.addressWrong": "Начните с https:// или mailto:, без имени пользователя и пароля.",
  "rich.setLink": "Поставить ссылку",
  "rich.removeLink": "Убрать ссылку",
  "rich.variableOf": "О ком",
  "rich.of.user": "о человеке",
  "rich.of.account": "о его организации",
  "rich.variableName": "Атрибут",
  "rich.variableNameHint": "Как его называет приложение, например «first_name».",
  "rich.fallback": "Если неизвестно",
  "rich.fallbackHint": "Это слово увидят все остальные, например «коллега».",
  "rich.required": "Заполните это поле.",
  "rich.insert": "Вставить",
  "rich.alt": "Что на картинке",
  "rich.altHint": "Это читают вслух и показывают, пока картинка не загрузилась.",
  "rich.decorative": "Только украшение",
  "rich.describe": "Применить",
};
