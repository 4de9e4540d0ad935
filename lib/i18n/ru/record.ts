import type { record as en } from "../en/record.ts";
import type { Translation } from "../translation.ts";

export const record: Translation<typeof en> = {
  "record.title": "Записать подсказку",
  "record.lead":
    "Сделайте всё один раз на странице рядом с панелью. Каждое нажатие, выбор и ввод станут шагом.",
  "record.private":
    "До публикации всё остаётся на этом устройстве. То, что вы вводите, не записывается никогда.",
  "record.into": "Куда добавить шаги",
  "record.newGuide": "В новую подсказку",
  "record.after": "После шага",
  "record.first": "В начало",
  "record.goesTo": "Шаги будут добавлены в «{guide}».",
  "record.pictures": "С картинкой к каждому шагу",
  "record.picturesHint":
    "Браузер спросит разрешение на все сайты: иначе он картинок не делает. Введённое и похожее на личные данные скрывается ещё до сохранения.",
  "record.start": "Начать запись",
  "record.state.recording": "Идёт запись",
  "record.state.paused": "Пауза",
  "record.state.interrupted": "Прервана",
  "record.interrupted":
    "Браузер тем временем был закрыт. Шаги на месте: продолжите на странице рядом с панелью или завершите запись.",
  "record.elsewhere": "Записывается другая вкладка, а не та, что рядом с панелью.",
  "record.here": "Записывать и эту вкладку",
  "record.none": "Сделайте первый шаг на странице.",
  "record.steps": "Записанные шаги",
  "record.newest": "Шаг {number}: {step}",
  "record.pause": "Пауза",
  "record.resume": "Продолжить",
  "record.undo": "Отменить последний",
  "record.removeLabel": "Удалить: {step}",
  "record.finish": "Завершить и править",
  "record.discard": "Выбросить",
  "record.discardTitle": "Выбросить запись?",
  "record.discardBody": "Все её шаги исчезнут. Отменить это нельзя.",
  "record.lamp.green": "Хорошо отличим",
  "record.lamp.amber": "Рядом есть очень похожее",
  "record.lamp.red": "Не отличить от других",
  "record.advice":
    "Другие элементы здесь выглядят точно так же. Отмените шаг и нажмите на то, у чего есть свой текст, или попросите добавить test id.",
  "record.noPage": "Эту вкладку нельзя записать",
  "record.unseen":
    "Waymark её не видит. Если это страница вашего приложения, добавьте её сайт в настройках и вернитесь. Страницы самого браузера записать нельзя.",
  "record.foreign":
    "Записывать можно только веб-страницы. Откройте во вкладке приложение, адрес которого начинается с https://.",
  "record.denied": "Для записи нужно ваше разрешение для {site}. Начните снова и разрешите.",
};
