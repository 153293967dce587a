import { AppError } from '../core/problem.ts';

/** The zone of every calendar day here. China has kept one offset since 1992. */
const SHANGHAI = '+08:00';
const SHANGHAI_MS = 8 * 3_600_000;

/** The calendar day in Asia/Shanghai of an instant, `YYYY-MM-DD`. */
export function shanghaiDay(at: Date): string {
  return new Date(at.getTime() + SHANGHAI_MS).toISOString().slice(0, 10);
}

// Both ends leave room for the time zone: every instant that can be asked for has a year of four digits.
const FIRST_DAY = '0001-01-01';
const LAST_DAY = '9999-12-30';

function isCalendarDay(day: string): boolean {
  const midnight = new Date(`${day}T00:00:00Z`);
  const exists = !Number.isNaN(midnight.getTime()) && midnight.toISOString().slice(0, 10) === day;
  return exists && day >= FIRST_DAY && day <= LAST_DAY;
}

const AS_OF = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2})Z)?$/;

/**
 * The instant an `as_of` parameter means: a bare date is the end of that day in Asia/Shanghai.
 * Throws `bad_parameter` for anything that is not a date of the calendar.
 */
export function parseAsOf(text: string): Date {
  const [, day, time] = AS_OF.exec(text) ?? [];
  const at = new Date(time === undefined ? `${String(day)}T23:59:59.999${SHANGHAI}` : text);
  if (day === undefined || !isCalendarDay(day) || Number.isNaN(at.getTime())) {
    throw new AppError(
      'bad_parameter',
      {
        zh: '参数 as_of 应为日期，如 2025-06-30 或 2025-06-30T08:00:00Z',
        en: 'as_of must be a date such as 2025-06-30 or 2025-06-30T08:00:00Z',
      },
      { parameter: 'as_of', parameters: [{ name: 'as_of' }] },
    );
  }
  return at;
}
