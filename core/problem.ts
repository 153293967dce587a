import type { Lang } from './region.ts';

/** What can be wrong with a request: the closed list of the API contract, with the HTTP status of each. */
export const STATUS_OF = {
  unknown_parameter: 400,
  bad_parameter: 400,
  unauthorized: 401,
  forbidden: 403,
  not_found: 404,
  definitions_differ: 409,
  draft_has_errors: 409,
  needs_confirmation: 409,
  stale_draft: 409,
  later_release_touches: 409,
  file_too_large: 413,
  empty_file: 422,
  not_a_table: 422,
  too_many_requests: 429,
  internal: 500,
  overloaded: 503,
  database_unavailable: 503,
} as const;

export type ProblemCode = keyof typeof STATUS_OF;

/** A sentence in both languages of the product. */
export type Sentence = { zh: string; en: string };

const TITLES: Record<ProblemCode, Sentence> = {
  unknown_parameter: { zh: '不认识的参数', en: 'Unknown parameter' },
  bad_parameter: { zh: '参数不正确', en: 'A parameter is not valid' },
  unauthorized: { zh: '需要写入令牌', en: 'A write token is needed' },
  forbidden: { zh: '没有这项权限', en: 'Not allowed' },
  not_found: { zh: '没有找到', en: 'Not found' },
  definitions_differ: {
    zh: '各地口径不同，不能放在一起排名',
    en: 'The regions use different definitions; they cannot be ranked together',
  },
  draft_has_errors: { zh: '文件里还有错误，没有写入', en: 'The file still has errors; nothing was written' },
  needs_confirmation: { zh: '还有需要确认的地方，没有写入', en: 'Some points need confirmation; nothing was written' },
  stale_draft: {
    zh: '预览之后数据已有变化，请重新查看变更再提交',
    en: 'The data changed after this preview; look at the changes again before committing',
  },
  later_release_touches: {
    zh: '之后的批次改动过同一数据，不能撤回',
    en: 'A later release changed the same figures; this one cannot be reverted',
  },
  file_too_large: { zh: '文件太大', en: 'The file is too large' },
  empty_file: { zh: '文件是空的', en: 'The file is empty' },
  not_a_table: { zh: '这不是可以读取的表格文件', en: 'This is not a table that can be read' },
  too_many_requests: { zh: '请求太多，请稍后再试', en: 'Too many requests; try again later' },
  internal: { zh: '服务器内部错误', en: 'Internal server error' },
  overloaded: { zh: '服务器正忙，请稍后再试', en: 'The server is busy; try again shortly' },
  database_unavailable: { zh: '数据库暂时不可用', en: 'The database does not answer' },
};

/** RFC 9457 body: `detail` says what to do; further fields belong to the code. */
export type Problem = {
  type: string;
  title: string;
  status: number;
  code: ProblemCode;
  detail?: string;
} & Record<string, unknown>;

/** Thrown by services for every failure a client can cause; mapped to a response in one place. */
export class AppError extends Error {
  readonly code: ProblemCode;
  readonly detail: Sentence | null;
  readonly fields: Record<string, unknown>;

  constructor(code: ProblemCode, detail: Sentence | null = null, fields: Record<string, unknown> = {}) {
    super(`${code}${detail === null ? '' : `: ${detail.en}`}`);
    this.name = 'AppError';
    this.code = code;
    this.detail = detail;
    this.fields = fields;
  }
}

/** The body of a problem in the language asked for. */
export function problemBody(error: AppError, lang: Lang): Problem {
  return {
    type: `urn:duibiao:problem:${error.code}`,
    title: TITLES[error.code][lang],
    status: STATUS_OF[error.code],
    code: error.code,
    ...(error.detail === null ? {} : { detail: error.detail[lang] }),
    ...error.fields,
  };
}
