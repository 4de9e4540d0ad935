/** Aha moments, in the console. */
export const aha = {
  "console.section.aha": "Aha moments",
  "aha.title": "Aha moments",
  "aha.lead": "What people who stayed did in their first days.",
  "aha.caveat": "Goes together, not proven",
  "aha.caveatBody":
    "Who does this stays more often. It may help people stay; or people who would stay anyway do more of everything. Only an experiment tells.",
  "aha.staying": "Stayed means: came back in",
  "aha.staying.week-2": "Week 2",
  "aha.staying.week-4": "Week 4",
  "aha.staying.month-2": "Month 2",
  "aha.people": {
    one: "person who began long enough ago",
    other: "people who began long enough ago",
  },
  "aha.stayed": "of them stayed",
  "aha.tried": {
    one: "cut-off tried, of all features",
    other: "cut-offs tried, of all features",
  },
  "aha.once": "at least once",
  "aha.times": { one: "at least {count} time", other: "at least {count} times" },
  "aha.firstDay": "on the first day",
  "aha.days": { one: "in the first {count} day", other: "in the first {count} days" },
  "aha.chart": "Odds of staying with it, compared to without it",
  "aha.legend": "Odds ratio with its interval of 95 %; 1 means no difference",
  "aha.with": "Stayed, of those who did it",
  "aha.without": "Stayed, of the others",
  "aha.odds": "Odds ratio (95 %)",
  "aha.lift": "Times as often as everybody",
  "aha.coverage": "Did it, of those who stayed",
  "aha.phi": "Phi",
  "aha.q": "q (after correction)",
  "aha.share": "{share} ({count} of {of})",
  "aha.range": "{value} ({low} to {high})",
  "aha.tiny": "under 0.001",
  "aha.told":
    "{share} of those who did it stayed, {elseShare} of the others. {coverage} of those who stayed did it.",
  "aha.method":
    "Used at least 1 to 10 times in the first 1, 3, 7 or 14 days: every such cut-off of every feature that at least 25 people or 2 % reached is tested (Fisher’s exact test), corrected for their number (Simes, Benjamini and Hochberg): of the features shown, 5 % at most are false finds. As the best of many, the figures are rather too high.",
  "aha.young": {
    one: "{count} person began too recently and is not counted.",
    other: "{count} people began too recently and are not counted.",
  },
  "aha.skewed":
    "More than ten times as many people are in one of the groups, those who stayed and those who left, as in the other. The figures rest on few people.",
  "aha.unsynced": "Single uses do not leave the devices of this workspace",
  "aha.unsyncedHint":
    "Aha moments are looked for among the uses of features. An administrator can let devices send them: set the sync policy to “features” (PUT /v1/settings/sync). It holds for what happens from then on.",
  "aha.stopped":
    "Devices send no single uses any more: the sync policy is “off”. What is shown was received before.",
  "aha.tooFew": "Too few people to say",
  "aha.tooFewHint":
    "{people} began long enough ago; {stayed} of them stayed, {left} left. At least {least} are needed, and {each} of each.",
  "aha.none": "Nothing goes with staying beyond chance",
  "aha.noneHint":
    "{cutOffs} cut-offs of {features} features were tried. Try another meaning of staying.",
  "aha.make": "Make it the activation",
  "aha.makeLabel": "Make it the activation: {moment}",
  "aha.makeHint":
    "Publishes an activation signal, and drafts an experiment in which half of the people get a guide that leads them here.",
  "aha.unpublished": "Publish the feature “{feature}” first; then it can become a signal.",
  "aha.made": "Activation signal",
  "aha.madeHint":
    "The signal “{id}” is published. It takes the uses whenever they lie so close together; who comes to it later is activated later. The guide “{id}” and its experiment are drafts: write the guide, then publish both.",
  "aha.undo": "Undo",
  "aha.undoLabel": "Undo: archive the signal, experiment and guide “{id}”",
  "aha.undoPublished":
    "The guide or its experiment has been published meanwhile. Archive these first; people may be in the middle of it.",
  "aha.undoNeeded": "Something published needs this signal. Archive that first.",
  "aha.nowMade": "The signal is published; experiment and guide are drafts",
  "aha.nowUndone": "Signal, experiment and guide are archived",
  "aha.signalName": "Activated: {moment}",
  "aha.experimentName": "Does it help? {moment}",
  "aha.guideName": "Lead to {feature}",
  "aha.slot": "Write here what leads people to {feature}, and why it is worth it.",
} as const;
