/** What administrators settle about publication, in the console. */
export const settings = {
  "console.section.settings": "Settings",
  "settings.admins": "Only administrators can change this.",
  "settings.review.title": "Review",
  "settings.review.lead":
    "Whether somebody else approves a draft before it goes to production. Staging takes everything.",
  "settings.review.label": "Before production",
  "settings.review.free": "No review needed",
  "settings.review.required": "Review required",
  "settings.review.freeHint": "Authors publish by themselves, and may ask for a review.",
  "settings.review.requiredHint":
    "It holds for guides, features, signals, segments and experiments. Who wrote a draft last does not approve it, unless they are an administrator. Going back to what was in production needs no review.",
  "settings.keys.title": "Write keys",
  "settings.keys.lead": "With a write key a browser is connected to this workspace.",
  "settings.keys.new": "New write key",
  "settings.keys.environment": "For browsers of",
  "settings.keys.stagingHint":
    "Their browsers get what is published to staging. Nothing they do counts in any report.",
  "settings.keys.productionHint":
    "Their browsers get what is published for everybody, and count in the reports.",
  "settings.keys.name": "Name",
  "settings.keys.nameHint": "Whose browsers they are, for example “Testers”.",
  "settings.keys.make": "Make a key",
  "settings.keys.made": "The key “{key}” is ready",
  "settings.keys.madeAt": "Made",
  "settings.keys.howTo":
    "In each browser that is to have it: open Waymark’s options, disconnect the workspace if there is one, and connect it with this server and key.",
  "settings.keys.apart":
    "A browser that changes from production to staging, or back, forgets what was done in it before.",
  "settings.keys.revoke": "Revoke",
  "settings.keys.revokeLabel": "Revoke the key “{key}”",
  "settings.keys.revokeTitle": "Revoke the key “{key}”?",
  "settings.keys.revokeBody":
    "Browsers that are connected with it get nothing new any more, and what they send is refused. They need another key.",
} as const;
