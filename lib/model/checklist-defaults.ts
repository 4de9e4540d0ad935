import type { ChecklistStep, ChecklistTemplate } from "./checklist.ts";

const step = (day: number, en: string, ru: string): ChecklistStep => ({
  text: { en, ru },
  day,
  owner: null,
});

/** What a workspace begins with, to be changed. */
export const DEFAULT_CHECKLISTS: readonly ChecklistTemplate[] = [
  {
    id: "onboarding",
    name: { en: "Onboarding", ru: "Запуск" },
    steps: [
      step(
        0,
        "Hand-over from sales: goals, expectations, risks",
        "Передача от продаж: цели, ожидания, риски",
      ),
      step(2, "Kick-off: agree goals, people and dates", "Стартовая встреча: цели, люди, сроки"),
      step(7, "Accounts and integration are set up", "Доступы и интеграция настроены"),
      step(14, "First people are trained", "Первые люди обучены"),
      step(30, "First value: show what was reached", "Первая ценность: показать достигнутое"),
      step(
        45,
        "Close the onboarding, agree how to go on",
        "Завершить запуск, договориться о дальнейшем",
      ),
    ],
  },
  {
    id: "qbr",
    name: { en: "Quarterly review (QBR)", ru: "Квартальный обзор (QBR)" },
    steps: [
      step(-21, "Agree date and participants", "Согласовать дату и участников"),
      step(
        -10,
        "Look through use, health, tasks and goals",
        "Просмотреть использование, здоровье, задачи и цели",
      ),
      step(
        -5,
        "Make the account review, with results in the client’s words",
        "Подготовить обзор аккаунта: результаты словами клиента",
      ),
      step(0, "Hold the review", "Провести обзор"),
      step(2, "Send minutes and next steps", "Отправить итоги и следующие шаги"),
    ],
  },
  {
    id: "offboarding",
    name: { en: "Offboarding", ru: "Завершение работы" },
    steps: [
      step(0, "Ask why they leave: exit interview", "Спросить о причинах: завершающее интервью"),
      step(3, "Write the churn note", "Записать причину ухода"),
      step(7, "Agree what happens to their data", "Договориться, что будет с данными"),
      step(14, "Close accesses and accounts", "Закрыть доступы"),
      step(90, "Ask how they are: win-back", "Спросить, как дела: возвращение"),
    ],
  },
];
