import type { checklists as en } from "../en/checklists.ts";
import type { Translation } from "../translation.ts";

export const checklists: Translation<typeof en> = {
  "console.section.checklists": "Чек-листы",
  "checklists.title": "Чек-листы",
  "checklists.lead":
    "Что делается с каждым аккаунтом в своё время. Когда список начат для аккаунта, каждый шаг становится задачей со сроком.",
  "checklists.empty": "Шаблонов ещё нет",
  "checklists.emptyHint": "Добавьте первый: запуск, квартальный обзор, завершение работы.",
  "checklists.steps": {
    one: "{count} шаг",
    few: "{count} шага",
    many: "{count} шагов",
    other: "{count} шага",
  },
  "checklists.stepsOf": "Шаги",
  "checklists.newName": "Новый чек-лист",
  "checklists.add": "Добавить чек-лист",
  "checklists.name": "Название",
  "checklists.step": "Шаг {place}",
  "checklists.day": "День",
  "checklists.owner": "Кто",
  "checklists.ownerDefault": "CSM аккаунта",
  "checklists.up": "Шаг {place} раньше",
  "checklists.down": "Шаг {place} позже",
  "checklists.removeStep": "Убрать шаг {place}",
  "checklists.addStep": "Добавить шаг",
  "checklists.remove": "Убрать этот чек-лист",
  "checklists.lacking": "Каждому чек-листу нужны название, хотя бы один шаг и текст каждого шага.",
  "checklists.defaults":
    "С этими списками начинает каждое рабочее пространство. «День» считается от дня, с которого начат список; −5 — за пять дней до него.",
  "checklists.savedAt":
    "Сохранено {when}, кто: {by}. «День» считается от дня, с которого начат список; −5 — за пять дней до него.",
  "checklists.discard": "Отбросить",
  "checklists.save": "Сохранить",
  "checklists.ofAccount": "Чек-листы",
  "checklists.none": "Для этого аккаунта ещё ни один не начат.",
  "checklists.progress": "сделано {done} из {of}",
  "checklists.from": "с {day}",
  "checklists.late": "просрочено",
  "checklists.template": "Чек-лист",
  "checklists.startDay": "Считать от (ГГГГ-ММ-ДД)",
  "checklists.start": "Начать",
};
