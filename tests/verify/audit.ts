import { run } from './command.ts';

type Report = {
  error?: { code?: string; summary?: string; detail?: string };
  message?: string;
  metadata?: { vulnerabilities?: Record<string, number> };
};

function parseReport(text: string): Report | null {
  try {
    return JSON.parse(text) as Report;
  } catch {
    return null;
  }
}

/**
 * Known weaknesses in the dependencies that run in production: a high or critical one fails. A registry that does not
 * answer, or has no audit, is a reason to skip and not a failure: it says nothing about the project.
 */
export async function auditDependencies(): Promise<{ ok: boolean; output: string; skipped?: string }> {
  const args = ['audit', '--omit=dev', '--json', '--fetch-retries=0', '--fetch-timeout=20000'];
  const { stdout, output } = await run('npm', args, { timeoutMs: 60_000 });
  const report = parseReport(stdout);
  const counts = report?.metadata?.vulnerabilities;
  if (counts === undefined) {
    const reason = [report?.error?.summary, report?.message, output.trim()].find(
      (text) => text !== undefined && text !== '',
    );
    const short = reason?.split(/ - |\n/)[0] ?? 'no answer';
    return { ok: true, output, skipped: `no registry with an audit answered (${short})` };
  }
  const serious = (counts['high'] ?? 0) + (counts['critical'] ?? 0);
  return { ok: serious === 0, output: serious === 0 ? '' : output };
}
