/** What the import is asked: checked once at the edge. Unknown fields are refused. */
import { z } from 'zod';
import { CommonQuery, IndicatorParam, LangParam, wholeNumber } from '../api.ts';
import { COLUMN_ROLES } from './columnRole.ts';
import { FIRST_KEPT, LAST_YEAR } from './year.ts';
import { FILE_PROBLEM_SEVERITY, type FileProblemCode } from './fileProblem.ts';

const CODES = Object.keys(FILE_PROBLEM_SEVERITY) as [FileProblemCode, ...FileProblemCode[]];
const CHANGE_KINDS = ['new', 'revised', 'unchanged', 'becoming_missing', 'withdrawn'] as const;

const Year = z.number().int().min(FIRST_KEPT).max(LAST_YEAR);
const Row = z.number().int().min(1).max(10_000_000);
const Letter = z.string().regex(/^[A-Za-z]{1,3}$/);
/** Text that a database can hold: no NUL, no half of a surrogate pair. */
const WHOLE_TEXT = /^[^\0\uD800-\uDFFF]*$/u;
const Text = z.string().max(1_000).regex(WHOLE_TEXT);
const Label = z.string().trim().min(1).max(200).regex(WHOLE_TEXT);
const Reason = z.string().trim().max(2_000).regex(WHOLE_TEXT).nullish();

export const LangQuery = z.strictObject({ lang: LangParam });
/** `bom` concerns the CSV only. */
export const ProblemsQuery = CommonQuery.pick({ lang: true, bom: true });
export const DraftParam = z.object({ import: z.string().regex(/^[\w-]{1,100}$/) });

export const MappingBody = z.strictObject({
  sheet: Text.optional(),
  header_row: Row.optional(),
  indicator: IndicatorParam.optional(),
  year: Year.optional(),
  region: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
  unit: Text.optional(),
  columns: z
    .record(
      Letter,
      z.strictObject({
        role: z.enum(COLUMN_ROLES),
        indicator: IndicatorParam.optional(),
        year: Year.optional(),
        unit: Text.optional(),
      }),
    )
    .optional(),
  regions: z.record(Text, z.string().regex(/^(\d{6}|ignore)$/)).optional(),
  indicators: z.record(Text, IndicatorParam).optional(),
  blanks: z.enum(['keep', 'missing']).optional(),
});

export const DraftPatchBody = z.strictObject({
  mapping: MappingBody.optional(),
  fixes: z
    .array(z.strictObject({ row: Row, column: Letter, raw: Text }))
    .max(10_000)
    .optional(),
  confirm: z
    .array(z.strictObject({ code: z.enum(CODES), column: Letter.optional(), row: Row.optional() }))
    .max(10_000)
    .optional(),
});

export const ChangesQuery = LangQuery.extend({
  kind: z.enum(CHANGE_KINDS).optional(),
  offset: wholeNumber(0, 10_000_000).default(0),
  limit: wholeNumber(1, 10_000).default(1_000),
});

export const CommitBody = z.strictObject({
  label: Label,
  reason: Reason,
});

export const RevertBody = z.strictObject({ reason: Reason });
