import type { destinations as en } from "../en/destinations.ts";
import type { Translation } from "../translation.ts";

export const destinations: Translation<typeof en> = {
  "destinations.title": "Куда уходят сообщения",
  "destinations.lead":
    "Другие системы и почта, которые получают новости об аккаунтах, сообщения плейбуков или действия людей.",
  "destinations.none": "Сообщения пока никуда не уходят",
  "destinations.noneHint":
    "Добавьте вебхук, чтобы другая система узнавала об изменениях аккаунтов, или почту, чтобы плейбуки могли писать вашей команде.",
  "destinations.new": "Новый получатель",
  "destinations.add": "Добавить",
  "destinations.save": "Сохранить",
  "destinations.change": "Изменить",
  "destinations.changeOf": "Изменить «{name}»",
  "destinations.changeLabel": "Изменить: {name}",
  "destinations.kind": "Вид",
  "destinations.kind.cloudevents": "Вебхук",
  "destinations.kind.cloudeventsHint":
    "Каждое сообщение — один запрос с событием CloudEvents в JSON. Оно может прийти дважды, тогда с тем же id.",
  "destinations.kind.email": "Почта",
  "destinations.kind.emailHint":
    "Сообщения плейбуков, которые называют этого получателя, простым текстом. Пользователям вашего приложения не пишут никогда.",
  "destinations.kind.segment": "Как в Segment",
  "destinations.kind.segmentHint":
    "Segment, RudderStack, Jitsu и другие, кто принимает его пакеты.",
  "destinations.kind.posthog": "Сервис PostHog",
  "destinations.kind.posthogHint": "Адрес PostHog для пакетов и ключ проекта.",
  "destinations.name": "Название",
  "destinations.nameHint":
    "Строчные латинские буквы, цифры и дефисы, например «crm». Так его называют плейбуки.",
  "destinations.taken": "Получатель с таким названием уже есть. Выберите другое или измените его.",
  "destinations.url": "Адрес",
  "destinations.addresses": "Адреса",
  "destinations.addressesHint": "Через запятую. Можно оставить пустым, если письмо получит CSM.",
  "destinations.also": "Кроме того",
  "destinations.toOwner": "CSM аккаунта",
  "destinations.proof": "Получатель узнаёт нас по",
  "destinations.proof.sign": "Подписи",
  "destinations.proof.token": "Токену",
  "destinations.proof.signHint":
    "По правилам Standard Webhooks. Секрет создаётся здесь и показывается один раз.",
  "destinations.secret": "Ключ или токен",
  "destinations.secretStays": "Если оставить пустым, останется прежний.",
  "destinations.changes": "Новости об аккаунтах",
  "destinations.news.account.changed": "Поля",
  "destinations.news.account.stage_changed": "Этап",
  "destinations.news.risk.changed": "Риск",
  "destinations.news.health.band_changed": "Здоровье",
  "destinations.news.task.made": "Новые задачи",
  "destinations.news.task.changed": "Изменения задач",
  "destinations.takes": "Что люди делают в приложении",
  "destinations.takes.playbooks": "Не отправлять",
  "destinations.takes.playbooksHint":
    "Кроме новостей выше получатель узнаёт то, что ему по имени шлют плейбуки.",
  "destinations.takes.all": "Тоже отправлять",
  "destinations.takes.allHint":
    "Туда уйдёт всё, что сохранится с этого момента, с идентификаторами людей. Удаление здесь не затронет того, что уже ушло.",
  "destinations.count.sent": "Отправлено: {count}",
  "destinations.count.waiting": "Ждут: {count}",
  "destinations.count.dropped": "Отклонено окончательно: {count}",
  "destinations.paused": "Остановлен",
  "destinations.test": "Проверить",
  "destinations.testLabel": "Проверить: {name}",
  "destinations.tested":
    "Проверочное сообщение отправляется. Обновите, чтобы узнать, дошло ли оно.",
  "destinations.pause": "Остановить",
  "destinations.pauseLabel": "Остановить: {name}",
  "destinations.resume": "Продолжить",
  "destinations.resumeLabel": "Продолжить: {name}",
  "destinations.failed": "Последняя попытка не удалась",
  "destinations.next": "Следующая попытка:",
  "destinations.retry": "Попробовать сейчас",
  "destinations.retryLabel": "Попробовать сейчас: {name}",
  "destinations.newSecret": "Новый секрет",
  "destinations.newSecretLabel": "Новый секрет: {name}",
  "destinations.made": "Секрет для «{name}» готов",
  "destinations.howTo":
    "Передайте его получателю: он сравнивает «webhook-signature» с HMAC-SHA256 от «id.seconds.body». Отныне сообщения подписаны им, а после смены ещё сутки и прежним.",
  "destinations.remove": "Удалить",
  "destinations.removeLabel": "Удалить: {name}",
  "destinations.removeTitle": "Удалить «{name}»?",
  "destinations.removeBody":
    "То, что ждёт отправки, пропадёт, а плейбуки, которые его называют, ничего туда не отправят.",
};
