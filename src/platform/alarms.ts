import { browser } from "./browser";

/**
 * Runs `work` every `minutes`, also after the background was stopped. Call this synchronously when the background
 * starts.
 */
export function onSchedule(name: string, minutes: number, work: () => void): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === name) work();
  });
  void browser.alarms.get(name).then((known) => {
    if (!known) browser.alarms.create(name, { delayInMinutes: 1, periodInMinutes: minutes });
  });
}
