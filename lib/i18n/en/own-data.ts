export const ownData = {
  "consent.title": "May Waymark remember what you do?",
  "consent.lead": "Your workspace asks you first. Nothing is stored or sent until you allow it.",
  "consent.collected": "What would be stored and sent",
  "consent.later":
    "You can change your mind at any time under “My data”. Without your permission no guide plays in the page; announcements and how-tos can still be read here.",
  "consent.grant": "Allow",
  "consent.refuse": "Do not allow",
  "consent.permission": "Permission to store and send",
  "consent.state.granted": "Allowed",
  "consent.state.refused": "Not allowed",
  "consent.state.pending": "Not answered yet",
  "consent.host.granted": "{host} says that you agreed there.",
  "consent.host.refused": "{host} says that you refused there. Change it in that app.",
  "consent.withdraw": "Withdraw permission",
  "consent.withdrawTitle": "Withdraw your permission?",
  "consent.withdrawBody":
    "From now on nothing is stored or sent, no guide plays, and what still waits to be sent is thrown away. What is stored here stays until you press “Delete my data”.",
  "consent.refusedTitle": "Guides do not play here",
  "consent.refusedBody":
    "You, or this app on your behalf, did not allow Waymark to store anything.",
  "consent.card": "Consent",
  "consent.cardLead": "Whether Waymark may store and send what you do on the sites above.",
  "consent.saved.granted": "Permission given",
  "consent.saved.refused": "Permission withdrawn",
} as const;
