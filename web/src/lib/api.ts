import type {
  GroupAnswer,
  IndicatorAnswer,
  IndicatorDetail,
  MilestoneAnswer,
  MissingAnswer,
  ObservationAnswer,
  RankingAnswer,
  RegionAnswer,
  ReleaseAnswer,
  ReleaseDetail,
  RoadmapAnswer,
  SourceAnswer,
  TargetAnswer,
  ThemeAnswer,
} from '../../../core/answers.ts';
import type { ProblemCode } from '../../../core/problem.ts';

/** What each read answers with. Paths with an id in them are written as templates. */
export type Reads = {
  '/api/v1/regions': { regions: RegionAnswer[] };
  '/api/v1/themes': { themes: ThemeAnswer[] };
  '/api/v1/groups': { groups: GroupAnswer[] };
  '/api/v1/indicators': { indicators: IndicatorAnswer[] };
  [indicator: `/api/v1/indicators/${string}`]: IndicatorDetail;
  '/api/v1/observations': { observations: ObservationAnswer[] };
  '/api/v1/targets': { targets: TargetAnswer[] };
  '/api/v1/rankings': RankingAnswer;
  '/api/v1/roadmaps': { roadmaps: RoadmapAnswer[] };
  '/api/v1/milestones': { milestones: MilestoneAnswer[] };
  '/api/v1/sources': { sources: SourceAnswer[] };
  '/api/v1/missing': { missing: MissingAnswer[] };
  '/api/v1/releases': { releases: ReleaseAnswer[] };
  [release: `/api/v1/releases/${number}`]: ReleaseDetail;
};

export type Query = Readonly<Record<string, string | number | null | undefined>>;

/** The server's problem, or `unreachable` when no answer came. An empty title is written by the page. */
export type CallProblem = {
  title: string;
  status: number;
  code: ProblemCode | 'unreachable';
  detail?: string;
};

/** A request that failed. */
export class ProblemError extends Error {
  readonly problem: CallProblem;

  constructor(problem: CallProblem) {
    super(problem.title);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

/** Path with a query: parameters that are null, undefined or empty are left out. */
export function withQuery(path: string, query: Query = {}): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '') params.set(name, String(value));
  }
  const text = params.toString();
  return text === '' ? path : `${path}?${text}`;
}

export type CallOptions = {
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  query?: Query;
  /** A form is sent as it is, anything else as JSON. */
  body?: unknown;
  token?: string | null;
  signal?: AbortSignal;
};

/**
 * The one function that calls the server. Answers with the parsed JSON (null for an empty answer).
 *
 * @throws ProblemError for every answer outside 200–299 and when there is none; the caller's abort is passed on.
 */
export async function call<A>(path: string, options: CallOptions = {}): Promise<A> {
  const response = await ask(path, options);
  const text = await response.text();
  const json = parseJson(text);
  if (!response.ok) throw new ProblemError(asProblem(json, response.status));
  return json as A;
}

/** Saves an answer that needs the token as a file of this name. @throws ProblemError as `call` does. */
export async function download(
  path: string,
  { fileName, ...options }: Pick<CallOptions, 'query' | 'token'> & { fileName: string },
): Promise<void> {
  const response = await ask(path, options);
  if (!response.ok) throw new ProblemError(asProblem(parseJson(await response.text()), response.status));
  const address = URL.createObjectURL(await response.blob());
  const link = Object.assign(document.createElement('a'), { href: address, download: fileName });
  link.click();
  // Not before the browser has taken it.
  setTimeout(() => URL.revokeObjectURL(address));
}

async function ask(path: string, options: CallOptions): Promise<Response> {
  const { method = 'GET', query, body, token = null, signal } = options;
  const headers: Record<string, string> = { accept: 'application/json, application/problem+json' };
  if (token !== null) headers['authorization'] = `Bearer ${token}`;
  const isForm = body instanceof FormData;
  if (body !== undefined && !isForm) headers['content-type'] = 'application/json';
  try {
    return await fetch(withQuery(path, query), {
      method,
      headers,
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    });
  } catch (error) {
    if (signal?.aborted === true) throw error;
    throw new ProblemError({ title: '', status: 0, code: 'unreachable' });
  }
}

/** A read of the public API, typed by its path. */
export function read<P extends keyof Reads>(path: P, query: Query, signal?: AbortSignal): Promise<Reads[P]> {
  return call<Reads[P]>(path, { query, ...(signal === undefined ? {} : { signal }) });
}

function parseJson(text: string): unknown {
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

function asProblem(json: unknown, status: number): CallProblem {
  if (typeof json === 'object' && json !== null && 'code' in json && 'title' in json) {
    return json as CallProblem;
  }
  return { title: '', status, code: status === 0 ? 'unreachable' : 'internal' };
}
