import { zValidator } from '@hono/zod-validator';
import type { ValidationTargets } from 'hono';
import type { z } from 'zod';
import { AppError } from '../core/problem.ts';

type Issue = z.core.$ZodIssue;

const nameOf = (issue: Issue) => issue.path.map(String).join('.') || 'body';

/** One problem for all that is wrong with the parameters: the unknown ones first, each named. */
export function parameterProblem(issues: readonly Issue[]): AppError {
  const unknown = issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys : []));
  if (unknown.length > 0) {
    const list = unknown.join(', ');
    return new AppError(
      'unknown_parameter',
      { zh: `不认识的参数：${list}`, en: `Unknown parameter: ${list}` },
      { parameter: unknown[0], parameters: unknown.map((name) => ({ name })) },
    );
  }
  const names = [...new Set(issues.map(nameOf))];
  const list = names.join(', ');
  return new AppError(
    'bad_parameter',
    { zh: `参数的值不正确：${list}`, en: `Not a valid value: ${list}` },
    { parameter: names[0], parameters: names.map((name) => ({ name })) },
  );
}

/** Checks one part of a request against its schema; fails with a Problem that names the parameter. */
export const validate = <T extends z.ZodType, Target extends keyof ValidationTargets>(target: Target, schema: T) =>
  zValidator(target, schema, (result) => {
    if (!result.success) throw parameterProblem(result.error.issues);
  });
