import * as z from "zod/mini";
import { LONGEST_SURFACE, LONGEST_TEXT } from "../domain/detection/mention";
import { isLocalDate } from "../domain/market/calendar-day";
import { siteFromInput } from "../domain/site";
import { isTicker } from "../domain/ticker";
import { PROVIDER_IDS } from "../providers/catalogue";

export const ticker = () => z.string().check(z.refine(isTicker));
export const localDate = () => z.string().check(z.refine(isLocalDate));
/** Epoch milliseconds of the years 1970 to 2099. */
export const instant = () => z.int().check(z.minimum(0), z.maximum(Date.UTC(2100, 0)));
export const text = () => z.string().check(z.maxLength(LONGEST_TEXT));
export const offset = () => z.int().check(z.minimum(0), z.maximum(LONGEST_TEXT));
export const surface = () => z.string().check(z.maxLength(LONGEST_SURFACE));
export const nothing = () => z.strictObject({});

export const tabId = () => z.int().check(z.minimum(0));
export const site = () =>
  z.string().check(
    z.maxLength(253),
    z.refine((text) => siteFromInput(text) === text),
  );
export const name = () => z.string().check(z.maxLength(256));
export const provider = () => z.enum(PROVIDER_IDS);
