import { browser } from "./browser";

/**
 * Runs `work` every `minutes`, also after the background slept;
 * to be called synchronously at the top of the background.
 */
export function onSchedule(name: string, minutes: number, work: () => void): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === name) work();
  });
  void browser.alarms.get(name).then((known) => {
    if (!known) browser.alarms.create(name, { delayInMinutes: 1, periodInMinutes: minutes });
  });
}
