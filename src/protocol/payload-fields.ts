import * as z from "zod/mini";
import { LONGEST_SURFACE, LONGEST_TEXT } from "../domain/detection/mention";
import { isLocalDate } from "../domain/market/calendar-day";
import { isSite } from "../domain/site";
import { isTicker } from "../domain/ticker";
import { PROVIDER_IDS } from "../providers/catalogue";

/** A canonical ticker by its shape. */
export const ticker = () => z.string().check(z.refine(isTicker));
/** A day of the calendar, `YYYY-MM-DD`. */
export const localDate = () => z.string().check(z.refine(isLocalDate));
/** Epoch milliseconds of the years 1970 to 2099. */
export const instant = () => z.int().check(z.minimum(0), z.maximum(Date.UTC(2100, 0)));
/** A text of a page, as long as a block may be. */
export const text = () => z.string().check(z.maxLength(LONGEST_TEXT));
/** An offset in such a text, UTF-16 units. */
export const offset = () => z.int().check(z.minimum(0), z.maximum(LONGEST_TEXT));
/** A text that is looked up in the directory. */
export const surface = () => z.string().check(z.maxLength(LONGEST_SURFACE));
/** No fields at all. */
export const nothing = () => z.strictObject({});

/** The id of a tab. */
export const tabId = () => z.int().check(z.minimum(0));
/** A site in the form in which settings keep it. */
export const site = () => z.string().check(z.refine(isSite));
/** A name of a company. */
export const name = () => z.string().check(z.maxLength(256));
/** The id of a provider. */
export const provider = () => z.enum(PROVIDER_IDS);
