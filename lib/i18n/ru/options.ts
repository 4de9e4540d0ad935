import type { options as en } from "../en/options.ts";
import type { Translation } from "../translation.ts";

export const options: Translation<typeof en> = {
  "options.title": "Настройки Waymark",
  "options.lead":
    "Подключите рабочее пространство команды и выберите сайты, на которых Waymark может помогать.",
  "options.workspace.title": "Рабочее пространство",
  "options.workspace.lead":
    "Подсказки, функции и сигналы приходят с сервера Waymark вашей команды.",
  "options.workspace.server": "Адрес сервера",
  "options.workspace.serverHint": "Например, https://waymark.example.com",
  "options.workspace.serverInvalid": "Это не веб-адрес. Он начинается с http:// или https://.",
  "options.workspace.serverInsecure":
    "Нужен https://. Адрес с http:// допустим только для сервера на этом компьютере.",
  "options.workspace.key": "Ключ записи",
  "options.workspace.keyHint":
    "Он есть у администратора; сервер показывает ключ при первом запуске.",
  "options.workspace.connect": "Подключить",
  "options.workspace.connected": "Подключено: {workspace}",
  "options.workspace.connectedBadge": "Подключено",
  "options.workspace.connectedStaging": "Подключено к тестовой среде",
  "options.workspace.name": "Пространство",
  "options.workspace.environment": "Среда",
  "options.workspace.revision": "Подсказки и сигналы",
  "options.workspace.revisionValue": "Ревизия {revision}, получена {when}",
  "options.workspace.noRevision": "Пока ничего не опубликовано",
  "options.workspace.disconnect": "Отключить",
  "options.workspace.disconnectTitle": "Отключить рабочее пространство?",
  "options.workspace.disconnectBody":
    "Подсказки остановятся, ничего больше не будет записываться и отправляться. Снова подключиться можно по ключу записи.",
  "options.workspace.disconnected": "Рабочее пространство отключено",
  "options.collect.title": "Что будет собираться",
  "options.collect.features":
    "Какими размеченными функциями вы пользуетесь на добавленных сайтах, когда и на какой странице (адрес и путь, без параметров).",
  "options.collect.guides":
    "Какие подсказки и шаги вы видите, завершаете или закрываете, нашлось ли то, на что они указывают, на каком языке и в какой версии приложения.",
  "options.collect.device":
    "Сигналы, например «активирован», вычисляются на этом устройстве. Отправляются сигналы и шаги подсказок; отдельные действия — только если этого просит рабочее пространство.",
  "options.collect.never":
    "Никогда: то, что вы вводите, текст страниц, пароли и что-либо на других сайтах.",
  "options.sites.title": "Сайты",
  "options.sites.lead":
    "Waymark работает только на этих сайтах. Браузер один раз спросит разрешение для каждого.",
  "options.sites.field": "Адрес сайта",
  "options.sites.hint": "Например, app.example.com или http://localhost:1880",
  "options.sites.add": "Добавить",
  "options.sites.invalid": "Это не адрес сайта. Попробуйте app.example.com.",
  "options.sites.scheme": "Можно добавить только сайты http:// и https://.",
  "options.sites.present": "{site} уже в списке.",
  "options.sites.denied":
    "Браузер не дал разрешения для {site}. Добавьте сайт ещё раз, чтобы браузер спросил снова.",
  "options.sites.added": "Сайт {site} добавлен. Waymark там уже работает.",
  "options.sites.removed": "Сайт {site} удалён",
  "options.sites.remove": "Удалить {site}",
  "options.sites.list": "Подключённые сайты",
  "options.sites.empty": "Сайтов пока нет",
  "options.sites.emptyHint": "Добавьте адрес веб-приложения, в котором вы работаете.",
  "options.identity.title": "Кто здесь",
  "options.identity.lead":
    "Большинство подключённых приложений сообщают, кто вошёл. Для остальных укажите это здесь.",
  "options.identity.user": "Пользователь",
  "options.identity.userHint": "Идентификатор или почта, под которыми вас знает команда.",
  "options.identity.account": "Компания",
  "options.identity.accountHint": "Идентификатор вашей компании. Можно не указывать.",
  "options.identity.save": "Сохранить",
  "options.identity.clear": "Очистить",
  "options.identity.saved": "Сохранено",
  "options.identity.cleared": "Очищено. Действия теперь анонимны.",
  "options.identity.verified": "Подтверждено приложением",
  "options.identity.unverified": "Не подтверждено",
  "options.language.title": "Язык",
  "options.language.auto": "Как в браузере",
};
