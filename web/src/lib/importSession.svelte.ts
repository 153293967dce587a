import { call, download, ProblemError, type CallProblem } from './api.ts';
import { dataChanges } from './dataChanges.svelte.ts';
import type { ImportMapping } from '../../../core/csv/reading.ts';
import type { ChangesAnswer, CommitAnswer, DraftAnswer, Fix } from '../../../core/csv/draftAnswer.ts';
import { language } from './language.svelte.ts';
import { token } from './token.svelte.ts';

export type { Fix };
export type Confirm = { code: string; column?: string; row?: number };

const POLL_MS = 400;

/** One upload from the dropped file to the committed release and back. Every step is a call; nothing is kept twice. */
export class ImportSession {
  draft = $state.raw<DraftAnswer | null>(null);
  isSample = $state(false);
  busy = $state<'no' | 'checking' | 'committing'>('no');
  progress = $state<number | null>(null);
  problem = $state.raw<CallProblem | null>(null);
  result = $state.raw<CommitAnswer | null>(null);
  undone = $state.raw<number | null>(null);

  upload(file: File, encoding: string | null): Promise<void> {
    const body = new FormData();
    body.set('file', file);
    if (encoding !== null) body.set('encoding', encoding);
    return this.#work('checking', async () => {
      this.result = null;
      this.undone = null;
      this.isSample = false;
      await this.#take(await this.#call<DraftAnswer>('/api/v1/imports', 'POST', body));
    });
  }

  /** The bundled sample: read-only, needs no token. */
  sample(): Promise<void> {
    return this.#work('checking', async () => {
      this.draft = await call<DraftAnswer>('/api/v1/imports/sample', { query: { lang: language.current } });
      this.isSample = true;
      this.result = null;
    });
  }

  open(id: string): Promise<void> {
    return this.#work('checking', async () => this.#take(await this.#call<DraftAnswer>(`/api/v1/imports/${id}`)));
  }

  /** The same draft once more, its sentences in the language of now. */
  reread(): Promise<void> {
    const { draft } = this;
    if (draft === null) return Promise.resolve();
    return this.isSample ? this.sample() : this.open(draft.import);
  }

  patch(change: { mapping?: ImportMapping; fixes?: Fix[]; confirm?: Confirm[] }): Promise<void> {
    const { draft } = this;
    if (draft === null) return Promise.resolve();
    return this.#work('checking', async () =>
      this.#take(await this.#call<DraftAnswer>(`/api/v1/imports/${draft.import}`, 'PATCH', change)),
    );
  }

  /** A page of the changes, for drafts with more of them than came along. */
  changes(
    { kind, offset, limit }: { kind: string; offset: number; limit: number },
    signal: AbortSignal,
  ): Promise<ChangesAnswer> {
    return call<ChangesAnswer>(`/api/v1/imports/${this.draft?.import ?? ''}/changes`, {
      query: { kind: kind === 'all' ? null : kind, offset, limit, lang: language.current },
      token: token.value,
      signal,
    });
  }

  /** Saves the problems: the table with its cells coloured, or the list. */
  problemFile(kind: 'xlsx' | 'csv'): Promise<void> {
    const id = this.draft?.import ?? '';
    return this.#work('checking', () =>
      download(`/api/v1/imports/${id}/problems.${kind}`, {
        query: { lang: language.current },
        token: token.value,
        fileName: `${language.text.import.problems}.${kind}`,
      }),
    );
  }

  discard(): Promise<void> {
    const { draft, isSample } = this;
    this.draft = null;
    this.problem = null;
    if (draft === null || isSample) return Promise.resolve();
    return this.#work('checking', async () => {
      await this.#call<null>(`/api/v1/imports/${draft.import}`, 'DELETE');
    });
  }

  commit(label: string, reason: string): Promise<void> {
    const { draft } = this;
    if (draft === null) return Promise.resolve();
    return this.#work('committing', async () => {
      try {
        this.result = await this.#call<CommitAnswer>(`/api/v1/imports/${draft.import}/commit`, 'POST', {
          label,
          reason,
        });
        dataChanges.happened();
      } catch (error) {
        // The figures moved on: show the preview as it is now beside the reason.
        if (error instanceof ProblemError && error.problem.code === 'stale_draft') {
          this.draft = await this.#call<DraftAnswer>(`/api/v1/imports/${draft.import}`);
        }
        throw error;
      }
    });
  }

  revert(reason: string): Promise<void> {
    const release = this.result?.release ?? null;
    if (release === null) return Promise.resolve();
    return this.#work('committing', async () => {
      const answer = await this.#call<{ release: number }>(`/api/v1/releases/${release}/revert`, 'POST', { reason });
      this.undone = answer.release;
      dataChanges.happened();
    });
  }

  startOver(): void {
    this.draft = null;
    this.result = null;
    this.undone = null;
    this.problem = null;
    this.isSample = false;
  }

  #call<A>(path: string, method: 'GET' | 'POST' | 'PATCH' | 'DELETE' = 'GET', body?: unknown): Promise<A> {
    return call<A>(path, { method, body, token: token.value, query: { lang: language.current } });
  }

  /** Large files are read in the background: ask again until the draft is there. */
  async #take(draft: DraftAnswer): Promise<void> {
    let now = draft;
    while (now.state === 'reading') {
      this.progress = now.progress ?? 0;
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
      now = await this.#call<DraftAnswer>(`/api/v1/imports/${draft.import}`);
    }
    this.draft = now;
  }

  async #work(kind: 'checking' | 'committing', step: () => Promise<void>): Promise<void> {
    this.busy = kind;
    this.problem = null;
    this.progress = null;
    try {
      await step();
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      this.problem = error.problem;
    } finally {
      this.busy = 'no';
      this.progress = null;
    }
  }
}
