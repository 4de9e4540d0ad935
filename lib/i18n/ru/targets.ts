import type { targets as en } from "../en/targets.ts";
import type { Translation } from "../translation.ts";

export const targets: Translation<typeof en> = {
  "targets.view": "Отчёт",
  "targets.view.steps": "Шаги",
  "targets.view.targets": "Цели",
  "targets.found": "Найдено",
  "targets.likely": "Вероятно, найдено",
  "targets.missing": "Не найдено",
  "targets.chart": "{guide}: как часто находятся цели шагов",
  "targets.people": {
    one: "искал {count} человек",
    few: "искали {count} человека",
    many: "искали {count} человек",
    other: "искали {count} человека",
  },
  "targets.foundShare": "нашлось у {share}",
  "targets.trend": "Найдено по дням, в последний день: {share}",
  "targets.lastSeen": "Последний раз найдено",
  "targets.lastMissing": "Последний раз не найдено",
  "targets.places": "По языку и версии приложения",
  "targets.lang": "Язык",
  "targets.build": "Версия приложения",
  "targets.unknown": "не указано",
  "targets.looked": "Люди",
  "targets.quiet": "Её ещё никто не искал",
  "targets.none": "Эта подсказка ни на что не указывает",
  "targets.noneHint": "Ни у одного шага нет цели, поэтому пропасть нечему.",
  "targets.unseen": "Цели этой подсказки ещё никто не искал",
  "targets.unseenHint": "Выберите период подлиннее или запустите подсказку из боковой панели.",
  "targets.drift":
    "У многих людей цель не находится. Откройте страницу, проверьте цели в боковой панели и укажите элемент, который видите.",
  "targets.paused":
    "Подсказка «{guide}» приостановлена: цель шага «{step}» не нашлась у {missed} из {of} человек с {since}: сама она больше ни у кого не запускается.",
  "targets.resume": "Возобновить",
  "targets.resumeLabel": "Возобновить «{guide}»",
  "targets.check": "Проверить цели",
  "targets.checkLabel": "Проверить цели подсказки «{guide}»",
  "targets.resumed": "Подсказка снова запускается сама",
};
