/** What administrators look after in the settings of the console. */
export const administration = {
  "settings.view": "Settings of",
  "settings.view.publication": "Publication",
  "settings.view.destinations": "Messages",
  "settings.view.security": "Security and data",
  "signingKeys.title": "Keys that sign",
  "signingKeys.lead":
    "What is published is signed. Browsers take nothing that another key signed. The next key is announced to them in advance.",
  "signingKeys.since": "since",
  "signingKeys.state.announced": "Next",
  "signingKeys.state.signs": "Signs",
  "signingKeys.state.replaced": "Replaced",
  "signingKeys.state.retired": "Not trusted",
  "signingKeys.handsOver": "vouches for the next one until",
  "signingKeys.replace": "Replace the key",
  "signingKeys.replaceTitle": "Replace the key that signs?",
  "signingKeys.replaceBody":
    "The next key signs from now on, and another is announced. Browsers follow by themselves, also those that are away for up to 90 days.",
  "signingKeys.retire": "Trust no more",
  "signingKeys.retireLabel": "Trust no more: {key}",
  "signingKeys.retireTitle": "Trust {key} no more?",
  "signingKeys.retireBody.signs":
    "Do this if somebody else may have the key. The next key signs at once. Browsers that have heard of it go on; the others keep what they have and must be connected again by hand.",
  "signingKeys.retireBody.announced":
    "Do this if somebody else may have the key. Another key is announced in its place.",
  "signingKeys.retireBody.replaced":
    "It stops vouching for the next key now. Browsers that were away since it was replaced must be connected again by hand.",
} as const;
