import { DAYS_BY_SUFFIX, EXCHANGE_SESSIONS } from "../src/domain/market/calendar/exchange-sessions";
import { daysBetween } from "../src/domain/market/calendar-day";

/** Exchanges publish the next year's holidays between summer and December. */
const ENDS_SOON_DAYS = 60;

const today = new Date().toISOString().slice(0, 10);
const calendars = [
  ...Object.entries(EXCHANGE_SESSIONS).map(([id, { days }]) => ({
    name: id,
    until: days.known[1],
  })),
  ...Object.entries(DAYS_BY_SUFFIX)
    .filter(([, { days }]) => days.known[0] <= days.known[1])
    .map(([suffix, { days }]) => ({ name: `.${suffix}`, until: days.known[1] })),
].sort((a, b) => a.until.localeCompare(b.until));

console.log("NYSE, Nasdaq and their neighbours: known by rule, without end.");
for (const { name, until } of calendars) {
  const left = daysBetween(today, until);
  const note = left < 0 ? "RAN OUT" : left < ENDS_SOON_DAYS ? `ends in ${left} days` : "";
  console.log(`${until}  ${name}${note ? `: ${note}` : ""}`);
}
const ending = calendars.filter(({ until }) => daysBetween(today, until) < ENDS_SOON_DAYS);
if (ending.length > 0) {
  console.error(
    `${ending.length} calendars need their next year: src/domain/market/calendar/exchange-days.ts says how to add it.`,
  );
  process.exitCode = 1;
}
