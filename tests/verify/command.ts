import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A program that came with `npm ci`. */
export function localBinary(name: string): string {
  return `${ROOT}node_modules/.bin/${name}`;
}

export type CommandOptions = {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  timeoutMs?: number;
  /** Pass what the program prints straight on instead of collecting it. */
  live?: boolean;
};

/** `output` is what was printed on both streams, `stdout` the first of them alone. */
export type CommandResult = { ok: boolean; output: string; stdout: string };

/**
 * Runs a program without a terminal and without input, so that nothing can wait for an answer. Never rejects: a program
 * that cannot be started or does not end in time is `ok: false` with the reason in `output`.
 */
export function run(program: string, args: string[], options: CommandOptions = {}): Promise<CommandResult> {
  const { cwd = ROOT, env = process.env, timeoutMs = 10 * 60_000, live = false } = options;
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd,
      env,
      stdio: ['ignore', live ? 'inherit' : 'pipe', live ? 'inherit' : 'pipe'],
    });
    let output = '';
    let stdout = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      stdout += chunk.toString();
      output += chunk.toString();
    });
    child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const timer = setTimeout(() => {
      output += `\nended after ${timeoutMs / 1000} s without a result`;
      child.kill('SIGKILL');
    }, timeoutMs);
    child.on('error', (error) => {
      clearTimeout(timer);
      resolve({ ok: false, output: output + error.message, stdout });
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ ok: code === 0, output, stdout });
    });
  });
}
