import type { settings as en } from "../en/settings.ts";
import type { Translation } from "../translation.ts";

export const settings: Translation<typeof en> = {
  "console.section.settings": "Настройки",
  "settings.admins": "Менять это могут только администраторы.",
  "settings.review.title": "Согласование",
  "settings.review.lead":
    "Должен ли кто-то другой согласовать черновик, прежде чем он попадёт в рабочую среду. В тестовую среду можно всё.",
  "settings.review.label": "Перед публикацией для всех",
  "settings.review.free": "Без согласования",
  "settings.review.required": "Нужно согласование",
  "settings.review.freeHint": "Авторы публикуют сами, но могут попросить о согласовании.",
  "settings.review.requiredHint":
    "Это касается подсказок, функций, сигналов, сегментов и экспериментов. Автор последней правки не согласует её сам, если он не администратор. Вернуть то, что уже было в рабочей среде, можно без согласования.",
  "settings.keys.title": "Ключи записи",
  "settings.keys.lead": "С ключом записи браузер подключают к этому пространству.",
  "settings.keys.new": "Новый ключ записи",
  "settings.keys.environment": "Для браузеров",
  "settings.keys.stagingHint":
    "Такие браузеры получают то, что опубликовано в тестовой среде. Их действия не попадают в отчёты.",
  "settings.keys.productionHint":
    "Такие браузеры получают то, что опубликовано для всех, и учитываются в отчётах.",
  "settings.keys.name": "Название",
  "settings.keys.nameHint": "Чьи это браузеры, например «Тестировщики».",
  "settings.keys.make": "Создать ключ",
  "settings.keys.made": "Ключ «{key}» готов",
  "settings.keys.madeAt": "Создан",
  "settings.keys.howTo":
    "В каждом таком браузере откройте настройки Waymark, отключите рабочее пространство, если оно подключено, и подключите его с этим сервером и ключом.",
  "settings.keys.apart":
    "Браузер, который переходит из рабочей среды в тестовую или обратно, забывает, что в нём делали раньше.",
  "settings.keys.revoke": "Отозвать",
  "settings.keys.revokeLabel": "Отозвать ключ «{key}»",
  "settings.keys.revokeTitle": "Отозвать ключ «{key}»?",
  "settings.keys.revokeBody":
    "Браузеры с этим ключом не получат ничего нового, а то, что они присылают, будет отклонено. Им понадобится другой ключ.",
};
