import { ProblemError, type CallProblem } from './api.ts';
import { dataChanges } from './dataChanges.svelte.ts';

/** A question with what came of it; headings are written from here, never from the question being asked now. */
export type Settled<Q, A> =
  { question: Q; answer: A; problem: null } | { question: Q; answer: null; problem: CallProblem };

/** Shorter waits show nothing: a notice that flashes is worse than none. */
const SHOW_WAITING_AFTER_MS = 150;

/**
 * Asks the server whenever the question changes and keeps the last settled answer until the next one is there. A late
 * answer to an older question is dropped. Call it while a component is being set up; a null question asks nothing.
 */
export function ask<Q, A>(question: () => Q | null, fetchAnswer: (question: Q, signal: AbortSignal) => Promise<A>) {
  let settled = $state.raw<Settled<Q, A> | null>(null);
  let waiting = $state(false);
  let attempt = $state(0);
  // Compared as text, so that a change of the address that does not touch the question asks nothing.
  const key = $derived.by(() => {
    const asked = question();
    return asked === null ? null : JSON.stringify(asked);
  });

  $effect(() => {
    void attempt;
    void dataChanges.count;
    if (key === null) {
      settled = null;
      return;
    }
    const asked = JSON.parse(key) as Q;
    const controller = new AbortController();
    const timer = setTimeout(() => {
      waiting = true;
    }, SHOW_WAITING_AFTER_MS);
    const settle = (next: Settled<Q, A>) => {
      if (controller.signal.aborted) return;
      clearTimeout(timer);
      waiting = false;
      settled = next;
    };
    fetchAnswer(asked, controller.signal).then(
      (answer) => settle({ question: asked, answer, problem: null }),
      (error: unknown) => settle({ question: asked, answer: null, problem: problemOf(error) }),
    );
    return () => {
      clearTimeout(timer);
      waiting = false;
      controller.abort();
    };
  });

  return {
    get settled() {
      return settled;
    },
    get answer() {
      return settled?.answer ?? null;
    },
    get problem() {
      return settled?.problem ?? null;
    },
    /** True once a wait is long enough to be mentioned. */
    get waiting() {
      return waiting;
    },
    again() {
      attempt += 1;
    },
  };
}

/** Anything that was thrown, as a problem that can be shown. */
export function problemOf(error: unknown): CallProblem {
  if (error instanceof ProblemError) return error.problem;
  return { title: '', status: 0, code: 'internal' };
}
